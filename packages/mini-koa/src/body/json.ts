/**
 * Bodies of JSON.
 *
 * @module
 * @upstream co-body/lib/json.js
 * @counterpart mini-express/src/body/json.ts
 */
import { parse as parseSafely } from '@hapi/bourne'
import type { Context } from '../types.ts'
import { read } from './read.ts'
import type { JsonValue, KoaBodyMiddlewareOptions, ParsedBody } from './types.ts'

/**
 * Reads JSON. An empty body is `{}`, or an empty text where it need not be an object.
 *
 * @upstream co-body/lib/json.js
 * @counterpart mini-express/src/body/json.ts#json
 */
export function json(ctx: Context, settings: KoaBodyMiddlewareOptions): Promise<ParsedBody> {
  const { encoding, includeUnparsed, jsonLimit, jsonStrict } = settings
  const options = { encoding: encoding || 'utf-8', includeUnparsed }
  return read(ctx, jsonStrict ? parseStrictly : parseAny, jsonLimit || '1mb', options)
}

// ws = *( SP / HTAB / LF / CR ), RFC 8259 §2
const BEGINS_A_LIST_OR_OBJECT = /^[ \t\n\r]*[[{]/

function parseStrictly(text: string): JsonValue {
  if (!text) return {}
  if (!BEGINS_A_LIST_OR_OBJECT.test(text)) {
    throw new SyntaxError('invalid JSON, only supports object and array')
  }
  return parseSafely(text)
}

/** `__proto__` is refused: what is made of the body could carry it into an object's prototype. */
function parseAny(text: string): JsonValue {
  return text && parseSafely(text)
}
