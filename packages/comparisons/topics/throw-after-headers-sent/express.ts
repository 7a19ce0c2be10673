import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/', function handler(_req, res) {
    res.write('half an ans')
    throw new Error('out of words')
  })

  return app
}

export default program
