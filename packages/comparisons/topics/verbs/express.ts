import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app
    .route('/notes')
    .get(function list(_req, res) {
      res.send('all notes')
    })
    .post(function create(_req, res) {
      res.status(201).send('created')
    })

  app.delete('/notes/:id', function remove(_req, res) {
    res.sendStatus(204)
  })

  app.all('/ping', function ping(req, res) {
    res.send(`${req.method} pong`)
  })

  return app
}

export default program
