import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import type { ExpressProgram } from '../../src/topic.ts'

const program: ExpressProgram = (express) => {
  const app = express()

  app.use(function log(req, res, next) {
    res.set('X-Seen-By', `middleware of ${req.method} ${req.url}`)
    next()
  })

  app.get('/', function home(_req, res) {
    res.send('a page beside the socket')
  })

  const server = createServer(app)
  const sockets = new WebSocketServer({ server, path: '/echo' })
  sockets.on('connection', (socket, request) => {
    socket.send(`welcome to ${request.url}`)
    socket.on('message', (data, isBinary) => {
      if (String(data) === 'bye') socket.close(4000, 'as you wish')
      else socket.send(data, { binary: isBinary })
    })
  })

  return { app: server, close: () => sockets.close() }
}

export default program
