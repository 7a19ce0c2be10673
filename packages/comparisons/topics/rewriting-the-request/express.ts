import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(function override(req, _res, next) {
    req.method = req.get('X-HTTP-Method-Override') ?? req.method
    next()
  })

  app.use(function rename(req, _res, next) {
    req.url = req.url.replace(/^\/old\//, '/')
    next()
  })

  app.use(function addPage(req, _res, next) {
    const url = new URL(req.url, 'http://localhost')
    url.searchParams.set('page', '1')
    req.url = url.pathname + url.search
    next()
  })

  app.get('/list', function list({ url, originalUrl, path, query }, res) {
    res.json({ url, originalUrl, path, query })
  })

  app.delete('/list', function empty(_req, res) {
    res.send('emptied')
  })

  app.get('/assigned', function assigned(req, res) {
    try {
      Object.assign(req, { query: { page: '2' } })
    } catch (err) {
      res.send((err as Error).name)
    }
  })

  return app
}

export default program
