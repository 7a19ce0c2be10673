import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((req, res) => {
  const user = req.url === '/broken' ? undefined : { name: 'Ada' }
  res.end(`hello ${(user as { name: string }).name}`)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
