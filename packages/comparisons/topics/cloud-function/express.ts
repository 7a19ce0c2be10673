import serverless from 'serverless-http'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.use(express.json())

  app.post('/orders/:id', function order(req, res) {
    res.status(201).json({ id: req.params.id, express: req.query['express'], body: req.body })
  })

  // What a cloud calls: exports.main = handler
  const handler = serverless(app)

  const cloud = express()
  cloud.use(express.text({ type: () => true }))
  cloud.post('/invoke', async function invoke(req, res) {
    res.json(await handler(JSON.parse(req.body), {}))
  })
  return cloud
}

export default program
