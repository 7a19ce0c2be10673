import type { ErrorRequestHandler } from '@await-next/mini-express'
import morgan from 'morgan'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  // Without a time, so that every run prints the same: ':response-time ms' would add it.
  app.use(morgan(':method :url :status :res[content-length]'))

  app.get('/', function home(_req, res) {
    res.send('hello')
  })
  app.get('/broken', async function broken() {
    throw Object.assign(new Error('out of paper'), { status: 503 })
  })

  const failed: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(err.status).send('sorry')
  }
  app.use(failed)

  return app
}

export default program
