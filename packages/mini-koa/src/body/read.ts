/**
 * A body comes in: inflated, counted and decoded, and then parsed.
 *
 * Upstream says it once for each kind of body, in the package `co-body`.
 *
 * @module
 * @counterpart mini-express/src/body/read.ts
 */
import type { IncomingMessage } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import createError from 'http-errors'
import inflate from 'inflation'
import getBody from 'raw-body'
import type { Context } from '../types.ts'
import type { JsonValue, KoaBodyMiddlewareOptions, ParsedBody } from './types.ts'

/** What is made of a text; throws for one that makes no sense. */
export type Parse = (text: string) => JsonValue

/**
 * Reads a body of at most `limit` bytes, inflated, and parses it.
 *
 * @throws An error with a status: 413 for a body that is too large, 415 for a coding or an encoding that is not known,
 * 400 for one that cannot be parsed (`err.body` is its text) or does not have the length that it should.
 * @counterpart mini-express/src/body/read.ts#read
 */
export async function read(
  { req }: Context,
  parse: Parse,
  limit: string | number,
  { encoding, includeUnparsed }: Pick<KoaBodyMiddlewareOptions, 'encoding' | 'includeUnparsed'>,
): Promise<ParsedBody> {
  const text = await receive(req, { encoding, limit })
  const body = understand(text, parse)
  return includeUnparsed ? { body, rawBody: text } : { body }
}

async function receive(
  req: IncomingMessage,
  options: getBody.Options & { encoding: string },
): Promise<string> {
  const stream = inflate(req)
  if (stream === req) {
    return getBody(req, { ...options, length: req.headers['content-length'] ?? null })
  }
  // What is announced is what comes over the wire: nobody knows how much more it will be.
  const stop = () => stream.destroy(aborted())
  req.once('aborted', stop)
  try {
    return await getBody(stream, options)
  } finally {
    req.off('aborted', stop)
    detach(req, stream)
  }
}

/** What is piped does not hear that the client has left; the error is raw-body's. */
function aborted(): Error {
  return createError(400, 'request aborted', { code: 'ECONNABORTED', type: 'request.aborted' })
}

/** Lets go of what inflates, which may yet fail, and has the rest of the request run dry. */
function detach(req: IncomingMessage, inflater: Readable): void {
  req.unpipe(inflater as Transform)
  /* v8 ignore next -- @preserve: whether what inflates still fails depends on how the bytes came in */
  inflater.on('error', () => {}).destroy()
  req.resume()
}

function understand(text: string, parse: Parse): JsonValue {
  try {
    return parse(text)
  } catch (thrown) {
    const err = thrown as Error & { status: number; body: string }
    err.status = 400
    err.body = text
    throw err
  }
}
