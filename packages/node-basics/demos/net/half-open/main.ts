import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'

for (const allowHalfOpen of [true, false]) {
  const server = createServer({ allowHalfOpen }, (socket) => {
    socket.on('error', (err: NodeJS.ErrnoException) => console.log('server:', err.code))
    socket.resume()
    socket.on('end', () => setTimeout(() => socket.end('your answer'), 10))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.end('a question')
  console.log('allowHalfOpen', allowHalfOpen, '→', JSON.stringify(await text(socket)))
  server.close()
  await once(server, 'close')
}
