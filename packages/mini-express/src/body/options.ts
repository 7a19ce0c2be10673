/**
 * What all body parsers can be told, and what they make of it.
 *
 * @module
 * @upstream body-parser/lib/utils.js
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import bytes from 'bytes'
import typeis from 'type-is'

/**
 * Looks at the bytes of a body before they are parsed, and throws to refuse them. `charset` is what they would be
 * decoded from; `null` where they would not be.
 */
export type Verify = (
  req: IncomingMessage,
  res: ServerResponse,
  bytes: Buffer,
  charset: string,
) => void

/** What every body parser can be told. */
export interface BodyOptions {
  /** Whether a compressed body is inflated, rather than answered with 415. Defaults to `true`. */
  inflate?: boolean | undefined
  /** The longest body, inflated: in bytes, or as `bytes` reads it (`'2mb'`). Defaults to 100 KiB. */
  limit?: number | string | undefined
  /**
   * Which bodies are meant: media types as `type-is` reads them (`'json'`, `'text/*'`, `'+xml'`), or a function that
   * says so. Each parser has a default.
   */
  // biome-ignore lint/suspicious/noExplicitAny: any value will do, it is taken as true or false
  type?: string | string[] | ((req: IncomingMessage) => any) | undefined
  /** Sees the bytes first. An error that it throws is answered with 403, unless it has a status. */
  verify?: Verify | undefined
  /** What text is decoded from where the request does not say. Defaults to `'utf-8'`. */
  defaultCharset?: string | undefined
}

/** {@link BodyOptions}, checked, with their defaults. */
export interface BodySettings {
  inflate: boolean
  /** In bytes. */
  limit: number
  verify: Verify | false
  defaultCharset: string
  /** Whether the body is meant. */
  shouldParse: (req: IncomingMessage) => unknown
}

/** 100 KiB. */
const DEFAULT_LIMIT = 102_400

/**
 * Checks options and adds what they leave out.
 *
 * @param defaultType - Used where `type` is not given.
 * @throws TypeError for a limit that cannot be read, or a `verify` that is no function.
 * @upstream body-parser/lib/utils.js#normalizeOptions
 */
export function normalizeOptions(
  options: BodyOptions | undefined,
  defaultType: NonNullable<BodyOptions['type']>,
): BodySettings {
  if (!defaultType) throw new TypeError('defaultType must be provided')
  const { inflate, verify, defaultCharset, type } = options ?? {}
  const limit = bytes.parse(options?.limit ?? DEFAULT_LIMIT)
  if (limit === null) throw new TypeError(`option limit "${String(options?.limit)}" is invalid`)
  if (verify && typeof verify !== 'function') throw new TypeError('option verify must be function')
  return {
    inflate: inflate !== false,
    limit,
    verify: verify || false,
    defaultCharset: defaultCharset || 'utf-8',
    shouldParse: matcher(type || defaultType),
  }
}

function matcher(type: NonNullable<BodyOptions['type']>): BodySettings['shouldParse'] {
  return typeof type === 'function' ? type : (req) => Boolean(typeis(req, type as string[]))
}
