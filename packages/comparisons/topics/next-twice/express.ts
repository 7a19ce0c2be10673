import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(function twice(_req, _res, next) {
    next()
    next()
  })

  app.use(function first(_req, res) {
    res.send('first')
  })

  app.use(function second() {
    // Nothing leads here but the second next(): first has answered and does not call its own.
  })

  return app
}

export default program
