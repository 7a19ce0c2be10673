/**
 * What a body can be: a table, since each kind is only a type, a length, and what else it needs.
 *
 * @module
 * @upstream koa/lib/response.js#body
 */
import { EventEmitter } from 'node:events'
import { Readable, Stream } from 'node:stream'
import onFinished from 'on-finished'
import statuses from 'statuses'
import { isStream } from './is-stream.ts'
import type { Response } from './response.ts'

/** One kind of body. */
interface Kind<Body> {
  matches(body: unknown): body is Body
  /** For `Content-Type`, unless it is set: a MIME type or an extension. */
  type(body: Body): string
  /** For `Content-Length`, in bytes. */
  length?(body: Body): number
  /** What this kind needs before its type is set. */
  before?(response: Response, body: Body, original: unknown): void
  /** What this kind needs after. */
  after?(response: Response, body: Body): void
  /** How `respond` writes it: a stream is piped, anything else is ended with. */
  readable?(body: Body): Readable
}

/** Keeps each row's type to itself. */
function kind<Body>(row: Kind<Body>): Kind<unknown> {
  return row as Kind<unknown>
}

/** The first that matches is taken; what matches none is JSON. */
const KINDS: readonly Kind<unknown>[] = [
  kind<string>({
    matches: (body) => typeof body === 'string',
    type: (text) => (/^\s*</.test(text) ? 'html' : 'text'),
    length: (text) => Buffer.byteLength(text),
  }),
  kind<Buffer>({
    matches: (body) => Buffer.isBuffer(body),
    type: () => 'bin',
    length: (buffer) => buffer.length,
  }),
  kind<Readable>({
    matches: isStream,
    type: () => 'bin',
    before: followStream,
    readable: (stream) => stream,
  }),
  kind<ReadableStream>({
    matches: (body) => body instanceof ReadableStream,
    type: () => 'bin',
    readable: (stream) => Readable.from(stream),
  }),
  kind<Blob>({
    matches: (body) => body instanceof Blob,
    type: (blob) => blob.type || 'bin',
    length: (blob) => blob.size,
    readable: (blob) => Readable.from(blob.stream()),
  }),
  kind<globalThis.Response>({
    matches: (body) => body instanceof globalThis.Response,
    type: () => 'bin',
    before: (response, { status }) => {
      response.status = status
    },
    after: (response, { headers }) => {
      // Not by entries: `set-cookie` comes once for each value, and `get` gives all of them.
      for (const name of headers.keys()) response.set(name, headers.get(name) as string)
    },
    readable: ({ body }) => Readable.from(body ?? ''),
  }),
]

/**
 * Sets status, type and length for a body, as far as nobody has, and lets go of the one before.
 *
 * @param original - The body that is replaced.
 * @upstream koa/lib/response.js#body
 */
export function assignBody(response: Response, body: unknown, original: unknown): void {
  if (body == null) {
    assignNothing(response, body, original)
    return
  }
  if (!response._explicitStatus) response.status = 200

  const row = KINDS.find(({ matches }) => matches(body))
  if (row) assignKind(response, row, body, original)
  else assignJson(response)
  if (body !== original) releaseStream(original, body)
}

/**
 * A readable for a body that is piped rather than written at once.
 *
 * @upstream koa/lib/application.js#respond
 */
export function readableOf(body: unknown): Readable | undefined {
  return KINDS.find(({ matches }) => matches(body))?.readable?.(body)
}

/** No body means 204, unless the status has none anyway; JSON has a word for nothing. */
function assignNothing(response: Response, body: null | undefined, original: unknown): void {
  if (!statuses.empty[response.status]) {
    if (response.type === 'application/json') {
      response._body = 'null'
      return
    }
    response.status = 204
  }
  if (body === null) response._explicitNullBody = true
  response.remove('Content-Type')
  response.remove('Content-Length')
  response.remove('Transfer-Encoding')
  releaseStream(original, body)
}

function assignKind(response: Response, row: Kind<unknown>, body: unknown, original: unknown) {
  const typeless = !response.has('Content-Type')
  row.before?.(response, body, original)
  if (typeless) response.type = row.type(body)
  if (row.length) response.length = row.length(body)
  row.after?.(response, body)
}

/** Its length is known only once it is written. */
function assignJson(response: Response): void {
  response.remove('Content-Length')
  if (!/\bjson\b/i.test(response.type)) response.type = 'json'
}

/** A stream ends with the response, and an earlier body's length is not its own. */
function followStream(response: Response, stream: Readable, original: unknown): void {
  onFinished(response.res, (err) => destroy(stream, err))
  if (original != null && original !== stream) response.remove('Content-Length')
}

/** A stream that will not be sent is closed, unless the new body may well be a transform of it. */
function releaseStream(original: unknown, body: unknown): void {
  if (!original || !isStream(original)) return
  // Nobody is left to hear it: without a listener its error would end the process.
  original.once('error', () => {})
  if (!isStream(body)) destroy(original)
}

/** What Koa asks of the `destroy` package. */
function destroy(stream: Readable, err?: Error | null): void {
  if (stream instanceof Stream && typeof stream.destroy === 'function') stream.destroy()
  // The connection's end has been told already; what the stream makes of it is of no use to anybody.
  if (err && stream instanceof EventEmitter)
    stream.removeAllListeners('error').on('error', () => {})
}
