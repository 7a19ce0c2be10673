import { readFile } from 'node:fs/promises'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/400', function badInput() {
    throw Object.assign(new Error('age must be a number'), { status: 400 })
  })

  app.get('/502', function badGateway() {
    throw Object.assign(new Error('10.0.0.7 refused the password'), { status: 502 })
  })

  app.get('/429', function tooMany() {
    const headers = { 'Retry-After': '60' }
    throw Object.assign(new Error('slow down'), { status: 429, headers })
  })

  app.get('/200', function noErrorStatus() {
    throw Object.assign(new Error('all is well'), { status: 200 })
  })

  app.get('/file', async function missingFile(_req, res) {
    res.send(await readFile('/no/such/file'))
  })

  return app
}

export default program
