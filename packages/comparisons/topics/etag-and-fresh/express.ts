import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/', function handler(_req, res) {
    res.send('the same as ever')
  })

  app.get('/stamped', function stamped(req, res) {
    res.set('Last-Modified', 'Wed, 25 Nov 2026 00:00:00 GMT')
    if (req.fresh) return res.sendStatus(304)
    res.send('made with much work')
  })

  return app
}

export default program
