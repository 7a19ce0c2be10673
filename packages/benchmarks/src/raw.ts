/**
 * What the listeners on bare `node:http` have in common.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'

/** Status, headers and body of an answer. */
export interface Answer {
  status?: number
  headers: OutgoingHttpHeaders
  body?: string
}

/** A listener that says the same to everybody. */
export function saying(answer: Answer): () => RequestListener {
  return () => (_req, res) => say(res, answer)
}

/**
 * Answers as the first example in Node's guide does, header by header. Who knows all of them beforehand could hand them to
 * `writeHead` at once, which is faster still; no framework can, since its users add theirs.
 */
export function say(res: ServerResponse, { status = 200, headers, body }: Answer): void {
  res.statusCode = status
  for (const name in headers) res.setHeader(name, headers[name] as string)
  res.end(body)
}

/** What Express says of a text. */
export function expressText(body: string): Answer {
  return {
    headers: {
      'X-Powered-By': 'Express',
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      ETag: weakETag(body),
    },
    body,
  }
}

/** What Koa says of a text. */
export function koaText(body: string): Answer {
  return {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
    },
    body,
  }
}

/** The tag that Express gives a body. Bare Node would not hash anything: it is told the tag beforehand. */
export function weakETag(body: string): string {
  const hash = createHash('sha1').update(body).digest('base64').slice(0, 27)
  return `W/"${Buffer.byteLength(body).toString(16)}-${hash}"`
}
