/**
 * A value becomes bytes: `res.send`, in named stages.
 *
 * @module
 * @upstream express/lib/response.js#send
 * @counterpart mini-koa/src/respond.ts
 */
import type { Response } from './response.ts'
import type { ETagFunction } from './settings.ts'
import { setCharset } from './utils.ts'

/** What goes out, and how its text is encoded. */
interface Chunk {
  data: string | Buffer | undefined
  encoding: BufferEncoding | undefined
}

/**
 * Answers with a body, and with the headers that can be told from it.
 *
 * @upstream express/lib/response.js#send
 */
export function send(res: Response, body: unknown): Response {
  if (isForJson(body)) return res.json(body)
  const chunk = stampETag(res, stampLength(res, serialize(res, body)))
  if (res.req.fresh) res.status(304)
  return end(res, strip(res, chunk))
}

function isForJson(body: unknown): boolean {
  if (typeof body === 'boolean' || typeof body === 'number') return true
  return typeof body === 'object' && body !== null && !ArrayBuffer.isView(body)
}

/** A string is HTML and a buffer is bytes, unless somebody has said otherwise. */
function serialize(res: Response, body: unknown): Chunk {
  if (typeof body === 'string') {
    const type = res.get('Content-Type')
    if (typeof type === 'string') res.set('Content-Type', setCharset(type, 'utf-8'))
    else res.type('html')
    return { data: body, encoding: 'utf8' }
  }
  if (body === null) return { data: '', encoding: undefined }
  if (ArrayBuffer.isView(body) && !res.get('Content-Type')) res.type('bin')
  return { data: body as Buffer | undefined, encoding: undefined }
}

/** The longest text, in characters, that is not made a buffer only to be measured. */
const MEASURED_AS_TEXT = 1000

function stampLength(res: Response, { data, encoding }: Chunk): Chunk {
  if (data === undefined) return { data, encoding }
  const keepsText = !wantsETag(res) && data.length < MEASURED_AS_TEXT
  const chunk =
    Buffer.isBuffer(data) || keepsText
      ? { data, encoding }
      : { data: Buffer.from(data as string, encoding), encoding: undefined }
  // The two framings exclude each other (RFC 9112 §6.2).
  if (!res.get('Transfer-Encoding')) {
    const { data: measured } = chunk
    const length = Buffer.isBuffer(measured)
      ? measured.length
      : Buffer.byteLength(measured as string, chunk.encoding)
    res.set('Content-Length', length)
  }
  return chunk
}

function stampETag(res: Response, chunk: Chunk): Chunk {
  if (chunk.data === undefined || !wantsETag(res)) return chunk
  const etag = etagOf(res)?.(chunk.data, chunk.encoding)
  if (etag) res.set('ETag', etag)
  return chunk
}

function wantsETag(res: Response): boolean {
  return !res.get('ETag') && typeof etagOf(res) === 'function'
}

function etagOf(res: Response): ETagFunction | undefined {
  return res.app.get('etag fn')
}

/** Some statuses have no body, and headers about one would be wrong. */
function strip(res: Response, chunk: Chunk): Chunk {
  if (res.statusCode === 204 || res.statusCode === 304) {
    res.removeHeader('Content-Type')
    res.removeHeader('Content-Length')
    res.removeHeader('Transfer-Encoding')
    return { ...chunk, data: '' }
  }
  if (res.statusCode === 205) {
    res.set('Content-Length', '0')
    res.removeHeader('Transfer-Encoding')
    return { ...chunk, data: '' }
  }
  return chunk
}

function end(res: Response, { data, encoding }: Chunk): Response {
  if (res.req.method === 'HEAD') res.end()
  else res.end(data, encoding as BufferEncoding)
  return res
}
