import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

const root = path.join(import.meta.dirname, 'public')
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.txt': 'text/plain' }

async function find(url = '/'): Promise<string | undefined> {
  try {
    const name = decodeURIComponent(url.split('?')[0] ?? '')
    const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name)
    const isInside = file.startsWith(root + path.sep) && !name.includes('\0')
    return isInside && (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

const { port, close } = await serve(async (req, res) => {
  const file = await find(req.url)
  if (!file) return void res.writeHead(404).end('not found')
  res.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream')
  createReadStream(file).pipe(res)
})

const paths = ['/', '/green%20tea.txt', '/folder', '/../main.ts', '/%2e%2e/main.ts', '/%']
for (const path of paths) {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve) => {
    request({ port, path }, resolve).end()
  })
  const type = response.headers['content-type'] ?? ''
  console.log(path, response.statusCode, type, (await text(response)).trim())
}
await close()
