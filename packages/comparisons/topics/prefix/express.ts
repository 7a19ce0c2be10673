import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const api = express.Router()

  api.use(function stamp(_req, res, next) {
    res.set('X-API', '1')
    next()
  })

  api.get('/status', function status(req, res) {
    res.json({ url: req.url, baseUrl: req.baseUrl, originalUrl: req.originalUrl })
  })

  app.use('/api', api)
  return app
}

export default program
