import { createServer } from 'node:http'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express, { wait }) => {
  const app = express()

  app.get('/slow', async function slow(_req, res) {
    await wait(60)
    res.send('done')
  })

  // What a real app does on SIGTERM; here a request asks for it.
  app.post('/shutdown', function shutdown(_req, res) {
    res.send('closing')
    server.close()
    server.closeIdleConnections()
  })

  const server = createServer(app)
  return server
}

export default program
