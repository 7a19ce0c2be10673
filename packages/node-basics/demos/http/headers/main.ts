import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

const server = createServer((req, res) => {
  const { 'x-tea': tea, cookie, 'content-type': type } = req.headers
  console.log({ tea, cookie, type })
  console.log(req.headersDistinct['x-tea'])
  console.log(req.rawHeaders.slice(2, 6))
  res.end()
}).listen(0, '127.0.0.1')
await once(server, 'listening')

const lines = ['GET / HTTP/1.1', 'Host: shop', 'X-Tea: green', 'x-tea: black']
lines.push('Cookie: a=1', 'Cookie: b=2', 'Content-Type: text/plain', 'Content-Type: text/html')
const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
socket.end(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)
socket.resume()
await once(socket, 'close')
server.close()
