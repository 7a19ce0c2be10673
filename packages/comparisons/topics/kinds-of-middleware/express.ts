import type { ErrorRequestHandler, RequestHandler } from '@await-next/mini-express'
import cors from 'cors'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const router = express.Router()

  app.use(function ofTheApplication(_req, res, next) {
    res.locals['walk'] = ['application']
    next()
  })

  app.use('/shop', router)
  router.use(function ofTheRouter(_req, res, next) {
    res.locals['walk'].push('router')
    next()
  })

  const ofTheRoute: RequestHandler = (_req, res, next) => {
    res.locals['walk'].push('route')
    next()
  }
  router.get('/', ofTheRoute, function handler(_req, res) {
    res.json(res.locals['walk'])
  })
  router.get('/broken', function broken() {
    throw new Error('broken')
  })

  app.get('/third-party', cors(), function thirdParty(_req, res) {
    res.json(res.locals['walk'])
  })

  const forErrors: ErrorRequestHandler = (err, _req, res, _next) => {
    res.status(500).json([...res.locals['walk'], `error: ${err.message}`])
  }
  app.use(forErrors)

  return app
}

export default program
