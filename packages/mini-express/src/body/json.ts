/**
 * Bodies of JSON.
 *
 * @module
 * @upstream body-parser/lib/types/json.js
 * @counterpart mini-koa/src/body/json.ts
 */
import { type BodyOptions, normalizeOptions } from './options.ts'
import { type BodyParser, type Parse, read } from './read.ts'

/** What {@link json} can be told. */
export interface JsonOptions extends BodyOptions {
  /** Passed to `JSON.parse`. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever stands in the text, as in `JSON.parse`
  reviver?: ((this: any, key: string, value: any) => any) | undefined
  /** Whether only objects and arrays will do, and no text, number, boolean or null. Defaults to `true`. */
  strict?: boolean | undefined
}

/**
 * Parses bodies of JSON into `req.body`; an empty one is `{}`. `type` defaults to `'application/json'`, and only the
 * UTF family of charsets is known.
 *
 * @throws TypeError for an option that cannot be used.
 * @upstream body-parser/lib/types/json.js#json
 * @counterpart mini-koa/src/body/json.ts
 */
export function json(options?: JsonOptions): BodyParser {
  const settings = {
    ...normalizeOptions(options, 'application/json'),
    // RFC 7159 §8.1: JSON is UTF-8, UTF-16 or UTF-32.
    isValidCharset: (charset: string) => charset.startsWith('utf-'),
  }
  const parse = parserOf(options?.reviver, options?.strict !== false)
  return function jsonParser(req, res, next) {
    read(req, res, next, parse, settings)
  }
}

function parserOf(reviver: JsonOptions['reviver'], strict: boolean): Parse<string> {
  return (text) => {
    // Clients that mean no body often name a type all the same.
    if (text.length === 0) return {}
    if (strict && !BEGINS_A_LIST_OR_OBJECT.test(text)) throw strictError(text)
    try {
      return JSON.parse(text, reviver)
    } catch (err) {
      throw bare(err as Error, (err as Error).message)
    }
  }
}

// ws = *( SP / HTAB / LF / CR )
const BEGINS_A_LIST_OR_OBJECT = /^[ \t\n\r]*[[{]/
const FROM_THE_FIRST_TOKEN = /[^ \t\n\r].*/s

/**
 * The error that `JSON.parse` would throw if it knew neither text, numbers, booleans nor null. It is shown the body with
 * a mask over it, which is lifted from the message.
 *
 * @upstream body-parser/lib/types/json.js#createStrictSyntaxError
 */
function strictError(text: string): Error {
  const [hidden = ''] = FROM_THE_FIRST_TOKEN.exec(text) ?? []
  try {
    JSON.parse(text.slice(0, text.length - hidden.length) + '#'.repeat(hidden.length))
  } catch (err) {
    const { message } = err as Error
    const unmasked = message.replace(/#+/g, (mask) => hidden.slice(0, mask.length))
    return bare(err as Error, unmasked)
  }
  /* v8 ignore next -- @preserve: no JSON begins with a mask, so that parsing it always throws */
  return new SyntaxError('strict violation')
}

/**
 * The error with nothing but a message and a stack: a status or type that a reviver's error brings is not the answer's.
 *
 * @upstream body-parser/lib/types/json.js#normalizeJsonSyntaxError
 */
function bare(err: Error, message: string): Error {
  for (const name of Object.getOwnPropertyNames(err)) {
    if (name !== 'stack' && name !== 'message') delete err[name as never]
  }
  // As upstream: in a message, `$&` means what it means to `replace`.
  err.stack = (err.stack as string).replace(err.message, message)
  err.message = message
  return err
}
