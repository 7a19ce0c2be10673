import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setInterval } from 'node:timers/promises'

const server = createServer(async (_req, res) => {
  const left = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) left.abort()
  })
  try {
    for await (const _ of setInterval(5, null, { signal: left.signal })) res.write('tick ')
  } catch (err) {
    console.log('server:', (err as Error).name, '- the work has stopped')
    server.close()
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')

const request = get({ port: (server.address() as AddressInfo).port })
const [response] = (await once(request, 'response')) as [IncomingMessage]
const [chunk] = await once(response, 'data')
console.log('client:', String(chunk).trim(), '- that is enough')
response.on('error', () => {})
request.destroy()
await once(server, 'close')
