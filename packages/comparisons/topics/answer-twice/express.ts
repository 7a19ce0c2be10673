import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/twice', function twice(_req, res) {
    res.send('one')
    res.send('two')
  })

  app.get('/goes-on', function goesOn(_req, res, next) {
    res.send('one')
    next()
  })

  app.use(function fallback(_req, res) {
    res.send('fallback')
  })

  return app
}

export default program
