/**
 * Bodies of forms: `name=value&name=value`.
 *
 * @module
 * @upstream co-body/lib/form.js
 * @counterpart mini-express/src/body/urlencoded.ts
 */
import qs from 'qs'
import type { Context } from '../types.ts'
import { read } from './read.ts'
import type { JsonValue, KoaBodyMiddlewareOptions, ParsedBody } from './types.ts'

/**
 * Reads a form. `a[b]=c` and `a.b=c` make objects, `a[]=b` makes lists.
 *
 * @upstream co-body/lib/form.js
 * @counterpart mini-express/src/body/urlencoded.ts#urlencoded
 */
export function urlencoded(ctx: Context, settings: KoaBodyMiddlewareOptions): Promise<ParsedBody> {
  const { encoding, formLimit, includeUnparsed, queryString } = settings
  const { allowDots = true } = queryString || {}
  const parse = (text: string) => qs.parse(text, { ...queryString, allowDots }) as JsonValue
  return read(ctx, parse, formLimit || '56kb', { encoding: encoding || 'utf-8', includeUnparsed })
}
