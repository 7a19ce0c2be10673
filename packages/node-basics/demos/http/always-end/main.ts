import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((req, res) => {
  if (req.url === '/forgotten') return
  res.end('answered')
  if (req.url === '/twice') {
    try {
      res.setHeader('x-late', 'yes')
    } catch (err) {
      console.log((err as NodeJS.ErrnoException).code)
    }
    res.once('error', (err: NodeJS.ErrnoException) => console.log(err.code))
    res.write('more')
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

for (const path of ['/answered', '/twice', '/forgotten']) {
  try {
    const signal = AbortSignal.timeout(path === '/forgotten' ? 300 : 30_000)
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal })
    console.log(path, response.status, await response.text())
  } catch (err) {
    console.log(path, (err as Error).name)
  }
}
server.closeAllConnections()
server.close()
