import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'

const server = createServer((req, res) => {
  res.sendDate = false
  if (req.url === '/pieces') {
    res.write('green ')
    res.write('tea and more')
    res.end()
  } else {
    res.end('green tea')
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

for (const path of ['/whole', '/pieces']) {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n`)
  console.log(JSON.stringify(await text(socket)).replaceAll('\\r\\n', '⏎ '))
}
server.close()
