import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const userPath = (name: string) => `/users/${encodeURIComponent(name)}`

  app.get('/users/:name', function user(req, res) {
    res.send(`hello ${req.params.name}`)
  })

  app.get('/link', function link(_req, res) {
    res.send(userPath('a/b c'))
  })

  app.get('/me', function me(_req, res) {
    res.redirect(userPath('ada'))
  })

  return app
}

export default program
