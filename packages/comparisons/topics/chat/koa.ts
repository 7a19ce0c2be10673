import { createServer } from 'node:http'
import { Server } from 'socket.io'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()
  app.use(async function page(ctx) {
    ctx.body = 'the page with the chat'
  })

  const server = createServer(app.callback())
  const io = new Server(server)

  io.use((socket, next) => {
    const { name } = socket.handshake.auth
    if (!name) return next(new Error('who are you?'))
    socket.data.name = name
    next()
  })
  io.on('connection', (socket) => {
    const { name } = socket.data
    socket.broadcast.emit('joined', name)
    socket.on('say', (text: string, heard: (count: number) => void) => {
      io.emit('said', name, text)
      heard(io.engine.clientsCount)
    })
    socket.on('disconnect', () => io.emit('left', name))
  })

  return { app: server, close: () => io.close() }
}

export default program
