/**
 * Settings with a meaning: each has a function that is compiled from it when it is set.
 *
 * @module
 * @upstream express/lib/utils.js
 */
import { parse as parseSimple } from 'node:querystring'
import proxyaddr from 'proxy-addr'
import qs from 'qs'
import { type ETagFunction, strongETag, weakETag } from './etag.ts'

/** Makes `req.query` of a query string. */
export type QueryParser = (query: string) => object

/** Whether to trust the proxy at `address`, `hop` steps away. */
export type TrustFunction = (address: string | undefined, hop: number) => boolean

/**
 * `etag`: `true` or `weak`, `strong`, `false`, or a function.
 *
 * @throws TypeError for anything else.
 * @upstream express/lib/utils.js#compileETag
 */
export function compileETag(value: unknown): ETagFunction | undefined {
  if (typeof value === 'function') return value as ETagFunction
  return choose(ETAGS, value, 'etag')
}

/**
 * `query parser`: `true` or `simple`, `extended`, `false`, or a function.
 *
 * @throws TypeError for anything else.
 * @upstream express/lib/utils.js#compileQueryParser
 */
export function compileQueryParser(value: unknown): QueryParser | undefined {
  if (typeof value === 'function') return value as QueryParser
  return choose(QUERY_PARSERS, value, 'query parser')
}

/**
 * `trust proxy`: `true`, a number of hops, addresses (a list, or separated by commas), or a function.
 *
 * @upstream express/lib/utils.js#compileTrust
 */
export function compileTrust(value: unknown): TrustFunction {
  if (typeof value === 'function') return value as TrustFunction
  if (value === true) return () => true
  if (typeof value === 'number') return (_address, hop) => hop < value
  const addresses = typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value
  return proxyaddr.compile((addresses || []) as string[]) as TrustFunction
}

const ETAGS = new Map<unknown, ETagFunction | undefined>([
  [true, weakETag],
  ['weak', weakETag],
  ['strong', strongETag],
  [false, undefined],
])

const QUERY_PARSERS = new Map<unknown, QueryParser | undefined>([
  [true, parseSimple],
  ['simple', parseSimple],
  ['extended', parseExtended],
  [false, undefined],
])

function choose<Compiled>(choices: Map<unknown, Compiled>, value: unknown, setting: string) {
  if (choices.has(value)) return choices.get(value)
  throw new TypeError(`unknown value for ${setting} function: ${value}`)
}

/** Nested objects and lists, and no name that is forbidden. */
function parseExtended(query: string): object {
  return qs.parse(query, { allowPrototypes: true })
}
