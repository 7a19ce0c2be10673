import { text } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

const { url, close } = await serve(async (req, res) => {
  const body = await text(req)
  const status = Number(req.url?.slice(1))
  if (status >= 300) res.writeHead(status, { Location: '/0' }).end()
  else res.end(`${req.method} with ${body.length} bytes`)
})

for (const status of [302, 303, 307, 308]) {
  const response = await fetch(`${url}/${status}`, { method: 'POST', body: 'tea' })
  console.log(status, response.redirected, await response.text())
}
const manual = await fetch(`${url}/302`, { method: 'POST', body: 'tea', redirect: 'manual' })
console.log(manual.status, manual.headers.get('location'))
await close()
