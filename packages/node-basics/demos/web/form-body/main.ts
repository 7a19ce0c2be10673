import { text } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

const FORM = 'application/x-www-form-urlencoded'

const { url, close } = await serve(async (req, res) => {
  const type = req.headers['content-type']?.split(';')[0]
  if (type !== FORM) return void res.writeHead(415).end(`send ${FORM}`)
  const body = await text(req)
  console.log(body)
  const form = new URLSearchParams(body)
  res.end(JSON.stringify([...form]))
})

const form = new URLSearchParams([
  ['名字', '绿茶 + 奶'],
  ['size', '2'],
  ['size', '3'],
])
for (const body of [form, '{"size":2}']) {
  const response = await fetch(url, { method: 'POST', body })
  console.log(response.status, await response.text())
}
await close()
