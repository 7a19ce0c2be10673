import type { RequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

/** The middleware, but not below `prefix`. */
function unless(prefix: string, middleware: RequestHandler): RequestHandler {
  return function checkPath(req, res, next) {
    if (req.path.startsWith(prefix)) next()
    else middleware(req, res, next)
  }
}

const program: ExpressProgram = (express) => {
  const app = express()

  const requireKey: RequestHandler = function requireKey(req, res, next) {
    if (req.get('X-Key') === 'secret') next()
    else res.sendStatus(401)
  }
  app.use(unless('/public', requireKey))

  app.use(function handler(req, res) {
    res.send(`welcome to ${req.path}`)
  })

  return app
}

export default program
