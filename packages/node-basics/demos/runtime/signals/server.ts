import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((_req, res) => {
  console.log('working')
  setTimeout(() => res.setHeader('connection', 'close').end('tea'), 50)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))

if (process.argv[2] === 'graceful') process.on('SIGTERM', () => server.close())
