import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'

const server = createServer((req, res) => {
  res.sendDate = false
  res.setHeader('Content-Type', 'text/plain')
  res.end(`${req.method} ${req.url} HTTP/${req.httpVersion}`)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

async function send(...lines: string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  console.log((await text(socket)).replaceAll('\r\n', '\n').replace(/^Date: .*\n/m, ''))
  console.log('----')
}

await send('GET /tea HTTP/1.1', 'Host: shop', 'Connection: close')
await send('GET /tea HTTP/1.1')
await send('GIVE ME TEA')
server.close()
