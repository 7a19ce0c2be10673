import { request } from 'node:http'
import { serve } from '../method/serve.ts'

const allowed = new Set(['https://shop.example'])

const { port, close } = await serve((req, res) => {
  res.setHeader('Vary', 'Origin')
  const { origin } = req.headers
  if (origin && allowed.has(origin)) res.setHeader('Access-Control-Allow-Origin', origin)
  if (req.method === 'OPTIONS') {
    res.setHeader('Access-Control-Allow-Methods', 'GET, PUT')
    res.setHeader('Access-Control-Allow-Headers', 'content-type')
    res.setHeader('Access-Control-Max-Age', '600')
    res.writeHead(204).end()
  } else {
    res.end('tea')
  }
})

for (const method of ['OPTIONS', 'PUT']) {
  for (const origin of ['https://shop.example', 'https://evil.example']) {
    await new Promise<void>((resolve) => {
      request(
        { port, method, headers: { origin, 'access-control-request-method': 'PUT' } },
        (res) => {
          const grants = Object.entries(res.headers).filter(([name]) => name.startsWith('access'))
          console.log(method, origin, res.statusCode, Object.fromEntries(grants))
          res.resume().on('end', resolve)
        },
      ).end()
    })
  }
}
await close()
