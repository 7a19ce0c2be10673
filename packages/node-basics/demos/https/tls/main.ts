import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:tls'
import { generate } from 'selfsigned'

const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
  keyType: 'ec',
})
const server = createServer({ key, cert }, (socket) => {
  socket.on('data', (data) => socket.end(String(data).toUpperCase()))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: cert })
await once(socket, 'secureConnect')
console.log(socket.getProtocol(), socket.authorized, socket.getPeerCertificate().subject.CN)

socket.write('green tea')
console.log(String((await once(socket, 'data'))[0]))
server.close()
