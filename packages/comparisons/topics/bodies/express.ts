import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.post('/json', express.json(), function json(req, res) {
    res.json({ got: req.body })
  })

  app.post('/form', express.urlencoded(), function form(req, res) {
    res.json({ got: req.body })
  })

  app.post('/text', express.text(), function text(req, res) {
    res.send(`${typeof req.body}: ${req.body}`)
  })

  app.post('/raw', express.raw({ type: 'application/octet-stream' }), function raw(req, res) {
    res.send(`${req.body.length} bytes, the last one is ${req.body.at(-1)}`)
  })

  app.post('/none', function none(req, res) {
    res.send(`req.body is ${req.body}`)
  })

  return app
}

export default program
