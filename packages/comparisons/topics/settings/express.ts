import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const admin = express()
  const strong = express()

  app.disable('x-powered-by')
  app.set('json spaces', 2)
  app.set('json escape', true)
  app.set('json replacer', (key: string, value: unknown) =>
    key === 'password' ? undefined : value,
  )
  app.set('etag', () => '"made by hand"')
  app.set('query parser', (text: string) => ({ raw: text }))
  app.set('trust proxy', 1)

  app.get('/', function shape(_req, res) {
    res.json({ name: '<Ada>', password: 'secret' })
  })

  app.get('/settings', function settings(req, res) {
    res.json({ disabled: app.disabled('x-powered-by'), admin: admin.path(), query: req.query })
  })

  app.get('/wrong', function wrong(_req, res) {
    try {
      app.set('etag', 'nonsense')
    } catch (err) {
      res.send(String(err))
    }
  })

  admin.disable('etag')
  admin.set('query parser', false)
  admin.get('/', function inside(req, res) {
    res.json({ query: req.query, ip: req.ip, spaces: admin.get('json spaces') })
  })

  strong.set('etag', 'strong')
  strong.set('query parser', 'extended')
  strong.set('trust proxy', false)
  strong.get('/', function inside(req, res) {
    res.json({ query: req.query, ip: req.ip })
  })

  app.use('/admin', admin)
  app.use('/strong', strong)
  return app
}

export default program
