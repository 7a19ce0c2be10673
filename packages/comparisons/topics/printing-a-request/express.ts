import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.disable('x-powered-by')

  app.get('/whole', function whole(req, res) {
    try {
      res.send(JSON.stringify(req))
    } catch (err) {
      res.send(String(err).split('\n', 1)[0])
    }
  })

  app.get('/picked', function picked({ method, url, headers }, res) {
    res.json({ method, url, headers })
  })

  return app
}

export default program
