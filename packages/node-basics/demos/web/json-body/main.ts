import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve } from '../method/serve.ts'

class HttpError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

async function readJson(req: IncomingMessage): Promise<object> {
  if (!/^application\/json\b/.test(req.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'send application/json')
  }
  let value: unknown
  try {
    value = JSON.parse(await text(req))
  } catch {
    throw new HttpError(400, 'that is no JSON')
  }
  if (typeof value !== 'object' || value === null) throw new HttpError(400, 'send an object')
  return value
}

const { url, close } = await serve(async (req, res) => {
  try {
    res.end(JSON.stringify({ got: await readJson(req) }))
  } catch (err) {
    res.writeHead(err instanceof HttpError ? err.status : 500).end((err as Error).message)
  }
})

for (const [body, type = 'application/json'] of [
  ['{"茶":2}'],
  ['{"tea":'],
  [''],
  ['null'],
  ['{}', 'text/plain'],
]) {
  const response = await fetch(url, {
    method: 'POST',
    body: body ?? '',
    headers: { 'content-type': type },
  })
  console.log(response.status, await response.text())
}
await close()
