import { createHash } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

let page = 'green tea: 3'

const { port, close } = await serve((req, res) => {
  const etag = `"${createHash('sha1').update(page).digest('base64url')}"`
  res.setHeader('ETag', etag)
  res.setHeader('Cache-Control', 'no-cache')
  if (req.headers['if-none-match'] === etag) res.writeHead(304).end()
  else res.end(page)
})

let etag = ''
for (const change of [false, false, true]) {
  if (change) page = 'green tea: 4'
  const headers = etag ? { 'if-none-match': etag } : {}
  const response = await new Promise<IncomingMessage>((resolve) => {
    get({ port, headers }, resolve)
  })
  console.log(response.statusCode, JSON.stringify(await text(response)))
  etag = response.headers.etag ?? ''
}
await close()
