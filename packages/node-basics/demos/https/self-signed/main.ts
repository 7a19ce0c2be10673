import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer, get, type RequestOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { generate } from 'selfsigned'

const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
  keyType: 'ec',
})
const server = createServer({ key, cert }, (_req, res) => res.end('secret tea'))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

async function ask(title: string, options: RequestOptions): Promise<void> {
  try {
    const request = get({
      port,
      servername: 'localhost',
      host: '127.0.0.1',
      agent: false,
      ...options,
    })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    console.log(title, '→', await text(response))
  } catch (err) {
    console.log(title, '→', (err as NodeJS.ErrnoException).code)
  }
}

await ask('trusts nobody new', {})
await ask('given the certificate', { ca: cert })
await ask('another name', { ca: cert, servername: 'shop.example' })
await ask('does not check', { rejectUnauthorized: false })
server.close()
