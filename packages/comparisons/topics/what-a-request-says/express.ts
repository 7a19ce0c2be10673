import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.all('/', function describe(req, res) {
    res.json({
      is: req.is(['json', 'text']),
      length: req.get('Content-Length'),
      charset: req.acceptsCharsets('utf-8', 'iso-8859-1'),
      encoding: req.acceptsEncodings('gzip', 'identity'),
      language: req.acceptsLanguages('zh', 'en'),
      range: req.range(1000),
      referrer: req.get('Referrer'),
      xhr: req.xhr,
      stale: req.stale,
    })
  })

  return app
}

export default program
