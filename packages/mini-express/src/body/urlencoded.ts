/**
 * Bodies of forms: `name=value&name=value`.
 *
 * @module
 * @upstream body-parser/lib/types/urlencoded.js
 * @counterpart mini-koa/src/body/urlencoded.ts
 */
import createError from 'http-errors'
import qs from 'qs'
import { type BodyOptions, normalizeOptions } from './options.ts'
import { type BodyParser, type Parse, read } from './read.ts'

/** What {@link urlencoded} can be told. */
export interface UrlencodedOptions extends BodyOptions {
  /** Whether `a[b][]=c` makes objects and lists, rather than a name with brackets in it. Defaults to `false`. */
  extended?: boolean | undefined
  /** How many parameters there may be; a fraction is cut off. Defaults to 1000. */
  parameterLimit?: number | undefined
  /** How many brackets deep an extended name may be. Defaults to 32. */
  depth?: number | undefined
  /** Whether a parameter `utf8=✓` tells the charset, as Rails sends it. Defaults to `false`. */
  charsetSentinel?: boolean | undefined
  /** Whether `&#9786;` is a character where the charset is ISO 8859-1. Defaults to `false`. */
  interpretNumericEntities?: boolean | undefined
  /** `'utf-8'`, which is the default, or `'iso-8859-1'`. */
  defaultCharset?: string | undefined
}

const CHARSETS = ['utf-8', 'iso-8859-1']

/**
 * Parses the bodies of forms into `req.body`; an empty one is `{}`. `type` defaults to
 * `'application/x-www-form-urlencoded'`. The charset is UTF-8 or ISO 8859-1.
 *
 * @throws TypeError for an option that cannot be used.
 * @upstream body-parser/lib/types/urlencoded.js#urlencoded
 * @counterpart mini-koa/src/body/urlencoded.ts
 */
export function urlencoded(options?: UrlencodedOptions): BodyParser {
  const settings = {
    ...normalizeOptions(options, 'application/x-www-form-urlencoded'),
    isValidCharset: (charset: string) => CHARSETS.includes(charset),
  }
  if (!settings.isValidCharset(settings.defaultCharset)) {
    throw new TypeError('option defaultCharset must be either utf-8 or iso-8859-1')
  }
  const parse = parserOf(options ?? {})
  return function urlencodedParser(req, res, next) {
    read(req, res, next, parse, settings)
  }
}

/** @upstream body-parser/lib/types/urlencoded.js#createQueryParser */
function parserOf(options: UrlencodedOptions): Parse<string> {
  const { charsetSentinel, interpretNumericEntities } = options
  const extended = Boolean(options.extended)
  const parameterLimit = parameterLimitOf(options)
  const depth = extended ? depthOf(options) : 0
  const fixed = { charsetSentinel, interpretNumericEntities, parameterLimit, depth }

  return (text, charset) => {
    if (text.length === 0) return {}
    const count = countParameters(text, parameterLimit)
    if (count > parameterLimit) {
      throw createError(413, 'too many parameters', { type: 'parameters.too.many' })
    }
    const arrayLimit = extended ? Math.max(100, count) : count
    return parse(text, { ...fixed, arrayLimit, charset } as qs.IParseOptions)
  }
}

/** `>=` is false for what is no number, too. */
function parameterLimitOf({ parameterLimit = 1000 }: UrlencodedOptions): number {
  if (!(parameterLimit >= 1)) {
    throw new TypeError('option parameterLimit must be a positive number')
  }
  return Number.isFinite(Number(parameterLimit)) ? parameterLimit | 0 : parameterLimit
}

function depthOf({ depth = 32 }: UrlencodedOptions): number {
  if (!(depth >= 0)) throw new TypeError('option depth must be a zero or a positive number')
  return depth
}

/** Stops one above the limit, for a body may hold very many. */
function countParameters(text: string, limit: number): number {
  let count = 1
  let at = text.indexOf('&')
  while (at !== -1 && count <= limit) {
    count += 1
    at = text.indexOf('&', at + 1)
  }
  return count
}

function parse(text: string, options: qs.IParseOptions): unknown {
  try {
    return qs.parse(text, { ...options, allowPrototypes: true, strictDepth: true })
  } catch (err) {
    /* v8 ignore next -- @preserve: depth is all that qs throws for, and this keeps it so when it grows */
    if (!(err instanceof RangeError)) throw err
    const type = 'querystring.parse.rangeError'
    throw createError(400, 'The input exceeded the depth', { type })
  }
}
