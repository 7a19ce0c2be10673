import type { ErrorRequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.post('/', express.json({ limit: 20 }), function echo(req, res) {
    res.json(req.body)
  })

  const problem: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(err.status ?? 500).json({ status: err.status, type: err.type })
  }
  app.use(problem)

  return app
}

export default program
