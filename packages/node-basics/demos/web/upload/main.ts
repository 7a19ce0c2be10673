import { buffer } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

interface Part {
  name: string | undefined
  filename: string | undefined
  type: string | undefined
  content: Buffer
}

function* parts(body: Buffer, boundary: string): Generator<Part> {
  const line = `--${boundary}`
  let start = body.indexOf(line) + line.length + 2
  for (;;) {
    const end = body.indexOf(`\r\n${line}`, start)
    if (end === -1) return
    const split = body.indexOf('\r\n\r\n', start)
    const head = body.toString('utf8', start, split)
    yield {
      name: /[; ]name="([^"]*)"/.exec(head)?.[1],
      filename: /filename="([^"]*)"/.exec(head)?.[1],
      type: /content-type: *(\S+)/i.exec(head)?.[1],
      content: body.subarray(split + 4, end),
    }
    start = end + line.length + 4
  }
}

const { url, close } = await serve(async (req, res) => {
  const boundary = /boundary="?([^";]+)/.exec(req.headers['content-type'] ?? '')?.[1]
  if (!boundary) return void res.writeHead(415).end('send multipart/form-data')
  for (const part of parts(await buffer(req), boundary)) console.log(part)
  res.end('thank you')
})

const form = new FormData()
form.append('title', '绿茶')
form.append(
  'image',
  new Blob([Uint8Array.of(0x89, 0x50, 13, 10, 0xff)], { type: 'image/png' }),
  'tea.png',
)
const response = await fetch(url, { method: 'POST', body: form })
console.log(response.status, await response.text())
await close()
