import { describe, expect, it } from 'vitest'
import { mini, upstream } from '../../test/pair.ts'

const built: readonly [path: string, ...args: unknown[]][] = [
  ['/'],
  ['/users/:id', { id: 3 }],
  ['/users/:id', 3],
  ['/users/:id', '3 & 4/é'],
  ['/:a/:b', 1, 2],
  ['/:a/:b', { a: 1, b: 2, c: 3 }],
  ['/:a/:b', [1, 2]],
  ['/users/:id', { id: 3 }, { query: { page: 2, tag: ['a', 'b'] } }],
  ['/users/:id', 3, { query: 'page=2' }],
  ['/users/:id', { id: 3, query: { page: 2 } }],
  ['/users/:id', { id: 3, query: '?page=2' }],
  ['/users', { query: { 'a b': '&', none: undefined } }],
  ['/users', { query: 'a=1' }],
  ['/users', { query: '' }],
  ['/users', undefined, { query: { a: 1 } }],
  ['/users', null],
  ['/a{/:b}', {}],
  ['/a{/:b}', { b: 1 }],
  ['/a{/:b}', 1],
  ['/:a', { a: 'x' }, { encode: (text: string) => text.toUpperCase() }],
  ['/:a', 0],
  ['/:a', { a: null }],
  ['/:a', 1, { query: { x: 1 } }, 2],
  ['/:a', { a: 1 }, 'options'],
]

const refused: readonly [path: string | RegExp, ...args: unknown[]][] = [
  ['/users/:id'],
  ['/users/:id', {}],
  ['/users/:id', { query: { id: 1 } }],
  ['/files/*path', { path: ['a', 'b'] }],
  ['/:a', { a: 1, query: '' }],
  ['/a?', {}],
  ['/users/(.*)', {}],
  [/x/, {}],
]

describe('Router.url(path, ...args)', () => {
  it.each(built)('builds %s with %j %j', (path, ...args) => {
    const expected = upstream.Router.url(path, ...args)
    expect(expected).toMatch(/^\//)
    expect(mini.Router.url(path, ...args)).toBe(expected)
  })

  it.each(refused)('refuses %s with %j', (path, ...args) => {
    const failure = ({ Router }: typeof mini) => {
      try {
        return Router.url(path, ...args)
      } catch (err) {
        return String(err)
      }
    }
    expect(failure(upstream)).toMatch(/^TypeError: /)
    expect(failure(mini)).toBe(failure(upstream))
  })
})

describe('router.url(name, ...args)', () => {
  it('builds the URL of a route, prefix and all, and gives an error for no route', () => {
    for (const { Router } of [upstream, mini]) {
      const router = new Router({ prefix: '/p' })
      router.get('user', '/u/:id', () => {})
      router.use('/n', new Router().get('nested', '/x/:y', () => {}).routes())
      expect(router.url('user', 3)).toBe('/p/u/3')
      expect(router.url('user', { id: 3 }, { query: { a: 1 } })).toBe('/p/u/3?a=1')
      expect(router.url('nested', { y: 'é' })).toBe('/p/n/x/%C3%A9')
      router.get('pattern', /x/, () => {})
      expect(() => router.url('pattern')).toThrow(
        'Cannot generate URL for routes defined with RegExp paths.',
      )
      expect(router.url('none')).toEqual(new Error('No route found for name: none'))
    }
  })
})
