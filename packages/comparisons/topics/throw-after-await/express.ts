import type { ErrorRequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()

  app.use(async function guard(_req, res, next) {
    try {
      await next()
    } catch {
      res.status(503).send('guard caught it')
    }
  })

  app.get('/', async function handler() {
    await wait(5)
    throw new Error('too late')
  })

  const errorHandler: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(503).send(`errorHandler got: ${err.message}`)
  }
  app.use(errorHandler)

  return app
}

export default program
