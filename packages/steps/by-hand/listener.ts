import type { IncomingMessage, ServerResponse } from 'node:http'

const books = new Map([['1', { title: 'Momo' }]])

/** Everything in one function: logging, routing, reading, errors. */
export async function listener(req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.setHeader('X-Asked', `${req.method} ${req.url}`)
  try {
    if (req.method === 'GET' && req.url === '/books') {
      json(res, 200, Object.fromEntries(books))
    } else if (req.method === 'POST' && req.url === '/books') {
      let text = ''
      for await (const chunk of req.setEncoding('utf8')) text += chunk
      const id = String(books.size + 1)
      books.set(id, JSON.parse(text))
      json(res, 201, { id })
    } else {
      json(res, 404, { error: 'not found' })
    }
  } catch {
    json(res, 400, { error: 'bad request' })
  }
}

function json(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' })
  res.end(JSON.stringify(value))
}
