import basicAuth from 'express-basic-auth'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(basicAuth({ users: { ada: 'lovelace' }, challenge: true, realm: 'engine' }))

  app.get('/', function home(req, res) {
    const { auth } = req as typeof req & { auth: { user: string } }
    res.send(`hello ${auth.user}`)
  })

  return app
}

export default program
