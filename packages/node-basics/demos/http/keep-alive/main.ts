import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

let connections = 0
const server = createServer((_req, res) => res.end('tea'))
server.on('connection', () => {
  connections += 1
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

for (const keepAlive of [false, true]) {
  const agent = new Agent({ keepAlive })
  connections = 0
  for (let i = 0; i < 3; i += 1) {
    const [response] = (await once(get({ port, agent }), 'response')) as [IncomingMessage]
    await text(response)
    if (i === 0) console.log('Connection:', response.headers.connection)
  }
  console.log('keepAlive', keepAlive, '→', connections, 'connections')
  agent.destroy()
}
server.close()
