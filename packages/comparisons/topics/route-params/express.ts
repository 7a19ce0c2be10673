import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/users/:id', function user(req, res) {
    res.json(req.params)
  })

  app.get('/files/*path', function file(req, res) {
    res.json(req.params)
  })

  return app
}

export default program
