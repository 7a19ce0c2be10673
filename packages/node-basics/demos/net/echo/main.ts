import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'

let chunks = 0
const server = createServer((socket) => {
  socket.on('data', () => {
    chunks += 1
  })
  socket.pipe(socket)
}).listen(0, '127.0.0.1')
await once(server, 'listening')

const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
for (const word of ['one', 'two', 'three']) socket.write(word)
socket.end()

console.log(await text(socket))
console.log('writes: 3, between 1 and 3 chunks:', chunks >= 1 && chunks <= 3)
server.close()
