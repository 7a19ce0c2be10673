import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/users/:id', function byId(req, res) {
    res.send(`user ${req.params.id}`)
  })

  app.get('/users/me', function me(_req, res) {
    res.send('myself')
  })

  app.use(function tooLate(_req, res, next) {
    res.set('X-Seen', 'yes')
    next()
  })

  app.get('/about', function about(_req, res) {
    res.send('about us')
  })

  return app
}

export default program
