import { fileURLToPath } from 'node:url'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()
  const file = fileURLToPath(new URL('alphabet.txt', import.meta.url))

  app.get('/file', function sendsFile(_req, res) {
    res.sendFile(file)
  })

  return app
}

export default program
