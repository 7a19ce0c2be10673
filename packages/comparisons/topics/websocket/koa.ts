import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function log(ctx, next) {
    ctx.set('X-Seen-By', `middleware of ${ctx.method} ${ctx.url}`)
    await next()
  })

  app.use(async function home(ctx) {
    ctx.body = 'a page beside the socket'
  })

  const server = createServer(app.callback())
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
