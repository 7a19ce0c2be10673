import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

const server = createServer((req, res) => {
  res.statusCode = req.url === '/tea' ? 200 : 404
  res.setHeader('X-Tea', ['green', 'black'])
  res.end(`you asked for ${req.url}`)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

for (const path of ['/tea', '/coffee']) {
  const [response] = (await once(get({ port, path }), 'response')) as [IncomingMessage]
  console.log(response.statusCode, response.statusMessage, response.headers['x-tea'])
  console.log(await text(response))
}

server.close()
await once(server, 'close')
get({ port, agent: false }).on('error', (err: NodeJS.ErrnoException) => console.log(err.code))
