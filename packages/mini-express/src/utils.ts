/**
 * What several members need: media types, options, and a call that is made once.
 *
 * @module
 * @upstream express/lib/utils.js
 */
import { format, parse } from 'content-type'
import { lookup } from 'mime-types'

/** A media type with what was asked of it. */
export interface MediaType {
  value: string
  quality?: number
  params: Record<string, string>
}

/**
 * Reads a media type, or looks up an extension: `html` becomes `text/html`.
 *
 * @upstream express/lib/utils.js#normalizeType
 */
export function normalizeType(type: string): MediaType {
  if (type.includes('/')) return acceptParams(type)
  return { value: lookup(type) || 'application/octet-stream', params: {} }
}

/**
 * Sets the charset of a media type and keeps its other parameters.
 *
 * @upstream express/lib/utils.js#setCharset
 */
export function setCharset(type: string, charset: string): string {
  const parsed = parse(type)
  return format({ ...parsed, parameters: { ...parsed.parameters, charset } })
}

/** A media type with the charset of all that `res.send` makes of text. */
export const inUtf8 = remembering((type) => setCharset(type, 'utf-8'))

/** How long a text may be, in characters, and how many are kept. */
const REMEMBERED = { length: 200, count: 500 }

/**
 * The same function, which remembers what it made of short texts. Fast because an app says few things, over and
 * over; bounded, because a client can have it say others.
 */
export function remembering<Value>(fn: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    if (text.length > REMEMBERED.length) return fn(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const value = fn(text)
    if (known.size >= REMEMBERED.count) known.clear()
    known.set(text, value)
    return value
  }
}

/** Options on top of the caller's, which stay as they are and may inherit some themselves. */
export function onTopOf<Options extends object>(
  options: Options | null | undefined,
  own: Partial<Options>,
): Options {
  return Object.create(options ?? null, Object.getOwnPropertyDescriptors(own))
}

/** The first call only. */
export function once(fn: (...args: unknown[]) => void): (...args: unknown[]) => void {
  let called = false
  return (...args) => {
    if (called) return
    called = true
    fn(...args)
  }
}

// type ";" name "=" value ";" … : a part without "=" is skipped
function acceptParams(text: string): MediaType {
  const [value = '', ...parts] = text.split(';')
  const type: MediaType = { value: value.trim(), quality: 1, params: {} }
  for (const part of parts) {
    const equals = part.indexOf('=')
    if (equals < 0) continue
    const name = part.slice(0, equals).trim()
    const given = part.slice(equals + 1).trim()
    if (name === 'q') type.quality = Number.parseFloat(given)
    else type.params[name] = given
  }
  return type
}
