import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const exact = express.Router({ caseSensitive: true, strict: true })

  app.get('/about', function about(_req, res) {
    res.send('about')
  })

  exact.get('/Docs/', function docs(_req, res) {
    res.send('docs')
  })

  app.use(exact)
  return app
}

export default program
