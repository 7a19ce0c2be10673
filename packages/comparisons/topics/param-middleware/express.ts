import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const users = new Map([['1', 'Ada']])

  app.param('id', function loadUser(_req, res, next, id) {
    const user = users.get(id)
    if (!user) return res.status(404).send(`no user ${id}`)
    res.locals.user = user
    next()
  })

  app.get('/users/:id', function first(_req, res, next) {
    res.set('X-First', res.locals.user)
    next()
  })

  app.get('/users/:id', function second(_req, res) {
    res.send(`hello ${res.locals.user}`)
  })

  return app
}

export default program
