/**
 * A value becomes bytes: `res.send`, in named stages.
 *
 * @module
 * @upstream express/lib/response.js#send
 * @counterpart mini-koa/src/respond.ts
 */
import { type ETagFunction, takesText } from './etag.ts'
import type { Response } from './response.ts'
import { inUtf8 } from './utils.ts'

/** What goes out, and how its text is encoded. */
interface Chunk {
  data: string | Uint8Array | undefined
  encoding: BufferEncoding | undefined
}

/**
 * Answers with a body, and with the headers that can be told from it.
 *
 * @upstream express/lib/response.js#send
 */
export function send(res: Response, body: unknown): Response {
  if (isForJson(body)) return res.json(body)
  const typed = serialize(res, body)
  const makeETag = etagMaker(res)
  const chunk = encode(typed, makeETag !== undefined)
  stampLength(res, chunk)
  if (makeETag) stampETag(res, chunk, makeETag)
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
    if (typeof type === 'string') res.set('Content-Type', inUtf8(type))
    else res.type('html')
    return { data: body, encoding: 'utf8' }
  }
  if (body === null) return { data: '', encoding: undefined }
  if (ArrayBuffer.isView(body) && !res.get('Content-Type')) res.type('bin')
  return { data: body as Buffer | undefined, encoding: undefined }
}

/** The setting, unless somebody has tagged the response. */
function etagMaker(res: Response): ETagFunction | undefined {
  const make = res.app.settings['etag fn']
  return typeof make === 'function' && !res.get('ETag') ? make : undefined
}

/** The longest text, in characters, that stays one where it is not tagged. */
const KEPT_AS_TEXT = 1000

/**
 * Text that is tagged, or long, becomes bytes. Fast because ASCII need not: in Latin-1 it has the same bytes, and
 * Node writes it at once with the headers.
 */
function encode(chunk: Chunk, tagged: boolean): Chunk {
  const { data, encoding } = chunk
  if (data === undefined || Buffer.isBuffer(data)) return chunk
  if (!tagged && data.length < KEPT_AS_TEXT) return chunk
  if (typeof data !== 'string') return { data: Buffer.from(data), encoding: undefined }
  if (Buffer.byteLength(data) === data.length) return { data, encoding: 'latin1' }
  return { data: Buffer.from(data, encoding), encoding: undefined }
}

function stampLength(res: Response, { data, encoding }: Chunk): void {
  // The two framings exclude each other (RFC 9112 §6.2).
  if (data === undefined || res.get('Transfer-Encoding')) return
  res.set('Content-Length', Buffer.byteLength(data, encoding))
}

/** A function of the user's expects bytes. */
function stampETag(res: Response, { data }: Chunk, make: ETagFunction): void {
  if (data === undefined) return
  const etag = make(takesText(make) ? (data as string | Buffer) : bytesOf(data))
  if (etag) res.set('ETag', etag)
}

function bytesOf(data: string | Uint8Array): Buffer {
  return Buffer.isBuffer(data) ? data : Buffer.from(data as string)
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
