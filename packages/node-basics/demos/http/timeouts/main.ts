import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'

const patience = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 }
const server = createServer(patience, (_req, res) => res.end('tea'))
console.log('by default:', createServer().headersTimeout, createServer().requestTimeout)

server.listen(0, '127.0.0.1')
await once(server, 'listening')

const sleeper = connect((server.address() as AddressInfo).port, '127.0.0.1')
sleeper.write('GET / HTTP/1.1\r\nHost: sh')
console.log((await text(sleeper)).split('\r\n')[0])
server.close()
