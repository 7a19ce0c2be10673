import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((_req, res) => res.end('never reached'))
server.on('upgrade', (req, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\n')
  socket.write(`Connection: Upgrade\r\nUpgrade: ${req.headers.upgrade}\r\n\r\n`)
  socket.on('data', (data) => socket.end(String(data).toUpperCase()))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

const { port } = server.address() as AddressInfo
const asking = request({ port, headers: { connection: 'Upgrade', upgrade: 'shout' } })
asking.end()
const [response, socket] = await once(asking, 'upgrade')
console.log(response.statusCode, response.headers.upgrade)

socket.write('green tea')
console.log(String((await once(socket, 'data'))[0]))
server.close()

// What a WebSocket server answers to the key of RFC 6455's example:
const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
console.log(
  createHash('sha1')
    .update(key + GUID)
    .digest('base64'),
)
