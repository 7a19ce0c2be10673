/**
 * Bodies of text.
 *
 * @module
 * @upstream co-body/lib/text.js
 * @counterpart mini-express/src/body/text.ts
 */
import type { Context } from '../types.ts'
import { read } from './read.ts'
import type { KoaBodyMiddlewareOptions, ParsedBody } from './types.ts'

/**
 * Reads a text as it is. With an `encoding` of `''` it stays bytes.
 *
 * @upstream co-body/lib/text.js
 * @counterpart mini-express/src/body/text.ts#text
 */
export function text(ctx: Context, settings: KoaBodyMiddlewareOptions): Promise<ParsedBody> {
  return read(ctx, (text) => text, settings.textLimit || '1mb', settings)
}
