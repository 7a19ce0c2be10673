import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(function guard(_req, res, next) {
    try {
      next()
    } catch {
      res.status(503).send('guard caught it')
    }
  })

  app.get('/', function handler() {
    throw new Error('at once')
  })

  return app
}

export default program
