import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/old', function old(_req, res) {
    res.redirect('/new')
  })

  app.get('/moved', function moved(_req, res) {
    res.redirect(301, '/新?q=<b>')
  })

  app.get('/back', function back(req, res) {
    res.redirect(req.get('Referrer') || '/')
  })

  return app
}

export default program
