/**
 * Query strings, by the platform's own parser: flat, and repeated names become arrays.
 *
 * @module
 * @upstream koa/lib/search-params.js
 */

/** A parsed query string: what stands once is a string, what stands more often an array. */
export type ParsedQuery = Record<string, string | string[] | undefined>

/**
 * Writes an object as a query string. What is no string, number or boolean becomes empty.
 *
 * @upstream koa/lib/search-params.js#stringify
 */
export function stringify(query: object): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      params.append(name, isPlain(one) ? String(one) : '')
    }
  }
  return params.toString()
}

/**
 * Reads a query string.
 *
 * @upstream koa/lib/search-params.js#parse
 */
export function parse(search: string): ParsedQuery {
  const params = new URLSearchParams(search)
  const query: ParsedQuery = {}
  for (const name of params.keys()) {
    const [first = '', ...more] = params.getAll(name)
    // Defined, not assigned: `__proto__` is a name like any other.
    Object.defineProperty(query, name, {
      value: more.length > 0 ? [first, ...more] : first,
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  return query
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
