import type { ErrorRequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  const tooEarly: ErrorRequestHandler = (_err, _req, res, _next) => {
    res.send('never called: it stands before the routes')
  }
  app.use(tooEarly)

  app.get('/users/:id', function user() {
    throw Object.assign(new Error('no such user'), { status: 404 })
  })

  app.get('/boom', function boom() {
    throw new Error('out of memory')
  })

  const expected: ErrorRequestHandler = (err, _req, res, next) => {
    if (err.status === undefined) return next(err)
    res.status(err.status).json({ error: err.message })
  }
  app.use(expected)

  const unexpected: ErrorRequestHandler = (err, _req, res, _next) => {
    console.error(`unexpected: ${err.message}`)
    res.status(500).json({ error: 'something broke' })
  }
  app.use(unexpected)

  return app
}

export default program
