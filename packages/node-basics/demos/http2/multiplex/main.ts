import { once } from 'node:events'
import { connect, createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

let connections = 0
const server = createServer()
server.on('session', () => {
  connections += 1
})
server.on('stream', (stream, headers) => {
  const delay = headers[':path'] === '/slow' ? 100 : 0
  setTimeout(() => {
    stream.respond({ ':status': 200, 'content-type': 'text/plain' })
    stream.end(`answer to ${headers[':path']}`)
  }, delay)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
async function ask(path: string): Promise<void> {
  const request = client.request({ ':path': path })
  const [headers] = await once(request, 'response')
  console.log(path, headers[':status'], await text(request))
}
await Promise.all([ask('/slow'), ask('/quick')])
console.log('connections:', connections)
client.close()
server.close()
