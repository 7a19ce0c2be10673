import { rateLimit } from 'express-rate-limit'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express().set('trust proxy', 1)

  app.use(rateLimit({ limit: 2, windowMs: 60_000, standardHeaders: false, legacyHeaders: false }))

  app.get('/', function home(_req, res) {
    res.send('hello')
  })

  return app
}

export default program
