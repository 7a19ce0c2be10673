import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(function forgetful() {
    // Neither answers nor calls next().
  })

  app.get('/', function handler(_req, res) {
    res.send('hello')
  })

  return app
}

export default program
