import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/', function home(_req, res) {
    res.send('home')
  })

  return app
}

export default program
