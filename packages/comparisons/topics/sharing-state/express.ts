import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  app.locals.greeting = 'hello'

  app.use(function findUser(req, res, next) {
    if (req.query.user) res.locals.user = req.query.user
    next()
  })

  app.get('/', function handler(req, res) {
    const { user = 'stranger' } = res.locals
    res.send(`${req.app.locals.greeting}, ${user}`)
  })

  return app
}

export default program
