import type { ErrorRequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()

  app.get('/async', async function throwsAsync() {
    await wait(5)
    throw new Error('in an async function')
  })

  app.get('/forgotten', function forgetsPromise() {
    void wait(5).then(function later() {
      throw new Error('in a promise that nobody returned')
    })
  })

  app.get('/callback', function usesCallback() {
    setTimeout(function later() {
      throw new Error('in a callback')
    }, 5)
  })

  const errorHandler: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(500).json({ error: err.message })
  }
  app.use(errorHandler)

  return app
}

export default program
