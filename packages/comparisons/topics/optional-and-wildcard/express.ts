import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/report{.:format}', function report(req, res) {
    res.json(req.params)
  })

  app.get('/files/*path', function file(req, res) {
    res.json(req.params)
  })

  app.get('/why-not', function whyNot(_req, res) {
    const oldStyle: string = '/users/:id?'
    try {
      app.get(oldStyle, report)
    } catch (err) {
      res.send((err as Error).message)
    }
  })

  function report() {}

  return app
}

export default program
