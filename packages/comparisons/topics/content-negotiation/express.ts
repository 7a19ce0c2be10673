import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/user', function user(_req, res) {
    res.format({
      html: () => res.send('<p>Ada</p>'),
      json: () => res.json({ name: 'Ada' }),
    })
  })

  app.get('/versions', function versions(_req, res) {
    res.format({
      'application/json; version=2': () => res.send('{"fullName":"Ada"}'),
      'application/json': () => res.send('{"name":"Ada"}'),
    })
  })

  app.get('/language', function language(req, res) {
    res.vary('Accept-Language')
    res.send(req.acceptsLanguages('en', 'zh') || 'neither')
  })

  app.post('/note', function note(req, res) {
    res.send(req.is('json', 'text') || 'neither')
  })

  return app
}

export default program
