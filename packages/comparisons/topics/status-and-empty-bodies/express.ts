import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/:status', function withStatus(req, res) {
    res.status(Number(req.params.status)).send('a body')
  })

  app.get('/only/:status', function onlyStatus(req, res) {
    res.sendStatus(Number(req.params.status))
  })

  return app
}

export default program
