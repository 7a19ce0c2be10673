import type { IncomingMessage, ServerResponse } from 'node:http'
import { serve } from './serve.ts'

const handlers: Record<string, (req: IncomingMessage, res: ServerResponse) => void> = {
  GET: (_req, res) => res.end('here is your tea'),
  PUT: (_req, res) => res.writeHead(204).end(),
}

const { url, close } = await serve((req, res) => {
  const method = req.method === 'HEAD' ? 'GET' : (req.method ?? '')
  const handler = handlers[method]
  if (handler) return handler(req, res)
  res.writeHead(405, { Allow: 'GET, HEAD, PUT' }).end('method not allowed')
})

for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
  const response = await fetch(url, { method })
  const allow = response.headers.get('allow') ?? ''
  console.log(method, response.status, JSON.stringify(await response.text()), allow)
}
await close()
