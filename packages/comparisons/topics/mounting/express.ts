import type { ErrorRequestHandler } from '@await-next/mini-express'
import type { ExpressProgram } from '../../src/topic.ts'

const errorHandler: ErrorRequestHandler = function errorHandler(err, _req, res, _next) {
  res.status(500).send(`caught outside: ${err.message}`)
}

const program: ExpressProgram = (express) => {
  const app = express()
  const blog = express()

  blog.get('/post', function post(req, res) {
    res.json({ url: req.url, baseUrl: req.baseUrl, originalUrl: req.originalUrl })
  })

  blog.get('/boom', function boom() {
    throw new Error('blog is ill')
  })

  app.use('/blog', blog)

  app.use(function fallback(req, res) {
    res.send(`fallback at ${req.url}`)
  })

  app.use(errorHandler)
  return app
}

export default program
