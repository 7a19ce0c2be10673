/**
 * Bodies of text.
 *
 * @module
 * @upstream body-parser/lib/types/text.js
 * @counterpart mini-koa/src/body/text.ts
 */
import { type BodyOptions, normalizeOptions } from './options.ts'
import { type BodyParser, read } from './read.ts'

/** What {@link text} can be told. */
export interface TextOptions extends BodyOptions {}

/**
 * Reads bodies of text into `req.body`, a string, from any charset that `iconv-lite` knows. `type` defaults to
 * `'text/plain'`.
 *
 * @throws TypeError for an option that cannot be used.
 * @upstream body-parser/lib/types/text.js#text
 * @counterpart mini-koa/src/body/text.ts
 */
export function text(options?: TextOptions): BodyParser {
  const settings = normalizeOptions(options, 'text/plain')
  return function textParser(req, res, next) {
    read(req, res, next, (body: string) => body, settings)
  }
}
