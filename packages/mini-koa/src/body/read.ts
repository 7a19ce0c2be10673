/**
 * A body comes in: inflated, counted and decoded, and then parsed.
 *
 * Upstream says it once for each kind of body, in the package `co-body`.
 *
 * @module
 * @counterpart mini-express/src/body/read.ts
 */
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
  const stream = inflate(req)
  // What is announced is what comes over the wire: nobody knows how much more it will be.
  const length = stream === req ? req.headers['content-length'] : undefined
  const text = await getBody(stream, { length, limit, encoding } as getBody.Options & {
    encoding: string
  })
  const body = understand(text, parse)
  return includeUnparsed ? { body, rawBody: text } : { body }
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
