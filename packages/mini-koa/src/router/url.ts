/**
 * From a route back to a URL.
 *
 * @module
 * @upstream koajs/router/src/layer.ts#url
 */
import { format } from 'node:url'
import parseurl from 'parseurl'
import { compile, parse } from 'path-to-regexp'

/** What may follow the params. */
export interface UrlOptions {
  query?: Record<string, unknown> | string
}

/**
 * Builds the URL of a path.
 *
 * @param args - The params by name, or one after another; then perhaps {@link UrlOptions}. A single object
 * may hold both.
 * @throws TypeError for a RegExp, and for a param that is missing.
 * @example
 * ```ts
 * buildUrl('/users/:id', [{ id: 3 }, { query: { page: 2 } }]) // '/users/3?page=2'
 * buildUrl('/users/:id', [3]) // '/users/3'
 * ```
 * @upstream koajs/router/src/layer.ts#url
 */
export function buildUrl(path: string | RegExp, args: readonly unknown[]): string {
  if (path instanceof RegExp) {
    throw new TypeError(
      'Cannot generate URL for routes defined with RegExp paths. Use string paths with named parameters instead.',
    )
  }
  const { params, options } = readArguments(args)
  // What path-to-regexp wrote before its version 8, and no longer reads.
  const pattern = path.replaceAll('(.*)', '')
  const build = compile(pattern, { encode: encodeURIComponent, ...options })
  const url = build(namedParams(params, pattern))
  return options?.query ? withQuery(url, options.query) : url
}

interface Arguments {
  params: object
  options: UrlOptions | undefined
}

/** @upstream koajs/router/src/layer.ts#_parseUrlArguments */
function readArguments(args: readonly unknown[]): Arguments {
  const [first, second] = args
  if (typeof (first ?? {}) !== 'object') {
    const last = args.at(-1)
    return isObject(last)
      ? { params: args.slice(0, -1), options: last }
      : { params: args, options: second as UrlOptions }
  }
  const params: UrlOptions = first ?? {}
  if (second || !params.query) return { params, options: second as UrlOptions | undefined }
  const { query, ...rest } = params
  return { params: rest, options: { query } }
}

/**
 * The params by name, as texts.
 *
 * @upstream koajs/router/src/layer.ts#_buildParamReplacements
 */
function namedParams(params: object, pattern: string): Record<string, string> {
  const names = parse(pattern).tokens.flatMap((token) => ('name' in token ? [token.name] : []))
  if (Array.isArray(params)) {
    return Object.fromEntries(names.map((name, at) => [name, String(params[at])]))
  }
  if (names.length === 0 || 'query' in params) return {}
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}

/** @upstream koajs/router/src/layer.ts#_addQueryString */
function withQuery(url: string, query: Record<string, unknown> | string): string {
  const parsed = parseurl({ url } as Parameters<typeof parseurl>[0])
  return format(
    typeof query === 'string'
      ? { ...parsed, search: query, query: undefined }
      : { ...parsed, search: undefined, query: query as NodeJS.Dict<string> },
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
