/**
 * Bodies as they are.
 *
 * @module
 * @upstream body-parser/lib/types/raw.js
 */
import { type BodyOptions, normalizeOptions } from './options.ts'
import { type BodyParser, read } from './read.ts'

/** What {@link raw} can be told. */
export interface RawOptions extends Omit<BodyOptions, 'defaultCharset'> {}

/**
 * Reads bodies into `req.body`, a buffer. `type` defaults to `'application/octet-stream'`.
 *
 * @throws TypeError for an option that cannot be used.
 * @upstream body-parser/lib/types/raw.js#raw
 */
export function raw(options?: RawOptions): BodyParser {
  const settings = { ...normalizeOptions(options, 'application/octet-stream'), skipCharset: true }
  return function rawParser(req, res, next) {
    read(req, res, next, (body: Buffer) => body, settings)
  }
}
