import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/user', function user(_req, res) {
    res.jsonp({ name: 'Ada', note: '\u2028' })
  })

  return app
}

export default program
