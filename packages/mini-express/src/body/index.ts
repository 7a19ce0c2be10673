/**
 * What reads the bodies of requests: JSON, forms, text and bytes.
 *
 * @module
 * @upstream body-parser/index.js
 * @counterpart mini-koa/src/body/index.ts
 */
import { json } from './json.ts'
import { raw } from './raw.ts'
import { text } from './text.ts'
import { urlencoded } from './urlencoded.ts'

export { type JsonOptions, json } from './json.ts'
export type { BodyOptions, Verify } from './options.ts'
export { type RawOptions, raw } from './raw.ts'
export type { BodyParser } from './read.ts'
export { type TextOptions, text } from './text.ts'
export { type UrlencodedOptions, urlencoded } from './urlencoded.ts'

/** The parsers by name. To call it is what body-parser once was for. */
export interface BodyParsers {
  /** @throws Error always. */
  (): never
  json: typeof json
  raw: typeof raw
  text: typeof text
  urlencoded: typeof urlencoded
}

/**
 * The parsers, as the package `body-parser` has them.
 *
 * @example
 * ```ts
 * app.use(bodyParser.json({ limit: '1mb' }))
 * app.post('/', (req, res) => { res.json(req.body) })
 * ```
 * @upstream body-parser/index.js#bodyParser
 */
export const bodyParser: BodyParsers = Object.assign(
  function bodyParser(): never {
    throw new Error(
      'The bodyParser() generic has been split into individual middleware to use instead.',
    )
  },
  { json, raw, text, urlencoded },
)

export default bodyParser
// What `require()` gives on Node >= 20.19: the function itself.
export { bodyParser as 'module.exports' }
