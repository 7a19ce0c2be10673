import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const nested = express()

  app.get('/', function plain(req, res) {
    res.json(req.query)
  })

  nested.set('query parser', 'extended')
  nested.get('/', function extended(req, res) {
    res.json(req.query)
  })

  app.use('/nested', nested)
  return app
}

export default program
