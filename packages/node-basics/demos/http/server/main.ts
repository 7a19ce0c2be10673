import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((req, res) => {
  console.log('asked:', req.method, req.url)
  res.end('hello from Node\n')
})

server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
console.log('a port was chosen:', port > 0)

const response = await fetch(`http://127.0.0.1:${port}/tea?size=2`)
console.log(response.status, await response.text())

server.close(() => console.log('closed'))
