import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const LIMIT = 1000

async function read(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > LIMIT) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const server = createServer(async (req, res) => {
  const body = await read(req)
  if (body === undefined) res.writeHead(413, { connection: 'close' }).end('too much')
  else res.end(`${req.headers['content-length']} bytes: ${body}`)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

for (const body of ['name=绿茶', 'x'.repeat(1001)]) {
  const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body })
  console.log(response.status, await response.text())
}
server.close()
