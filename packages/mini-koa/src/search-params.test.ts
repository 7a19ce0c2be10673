import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { only } from './only.ts'
import { parse, stringify } from './search-params.ts'

const require = createRequire(import.meta.url)
const upstream: {
  parse: typeof parse
  stringify: typeof stringify
} = require('koa/lib/search-params')
const upstreamOnly: typeof only = require('koa/lib/only')

describe('parse(text)', () => {
  it('reads what Koa reads', () => {
    const text = fc.oneof(
      fc.string(),
      fc.webQueryParameters(),
      fc
        .array(fc.constantFrom('a', '=', '&', '%', '+', '__proto__', '%20', 'é'))
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, (query) => {
        const expected = upstream.parse(query)
        expect(Object.entries(parse(query))).toEqual(Object.entries(expected))
      }),
    )
  })

  it('defines __proto__ like any other name', () => {
    expect(Object.keys(parse('__proto__=1&a=2'))).toEqual(['__proto__', 'a'])
    expect(Object.getPrototypeOf(parse('__proto__=1'))).toBe(Object.prototype)
  })
})

describe('stringify(query)', () => {
  it('writes what Koa writes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (query) => {
        expect(stringify(query)).toBe(upstream.stringify(query))
      }),
    )
  })
})

describe('only(from, keys)', () => {
  it('picks what Koa picks', () => {
    const from = { a: 1, b: null, c: undefined, d: 0, e: '' }
    expect(upstreamOnly(from, ['a', 'b', 'c', 'd'])).toEqual({ a: 1, d: 0 })
    expect(only(from, ['a', 'b', 'c', 'd'])).toEqual({ a: 1, d: 0 })
  })
})
