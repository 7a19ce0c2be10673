import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get(
    '/users/:id',
    function onlyAdmin(req, _res, next) {
      next(req.params.id === '1' ? undefined : 'route')
    },
    function admin(_req, res) {
      res.send('the administrator')
    },
  )

  app.get('/users/:id', function user(req, res) {
    res.send(`user ${req.params.id}`)
  })

  return app
}

export default program
