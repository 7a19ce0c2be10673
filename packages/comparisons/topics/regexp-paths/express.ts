import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get(/^\/v(\d+)\/(\w+)$/, function numbered(req, res) {
    res.json(req.params)
  })

  app.get(/^\/(?<year>\d{4})-(?<month>\d{2})$/, function named(req, res) {
    res.json(req.params)
  })

  return app
}

export default program
