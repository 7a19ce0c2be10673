import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mini, upstream } from '../../test/pair.ts'

const segment = fc.constantFrom(
  'a',
  'b',
  'A',
  'ab',
  ':x',
  '*y',
  'a{b}',
  'é',
  'K',
  'ſ',
  '',
  'a b',
  '\\:a',
  ':x-:z',
)
const optional = fc.constantFrom('', '{/:o}', '{/b}', '{/*w}', '/')
const path = fc
  .tuple(fc.array(segment, { maxLength: 4 }), optional)
  .map(([segments, end]) => `/${segments.join('/')}${end}`)
  .filter(isReadable)
const target = fc
  .array(
    fc.constantFrom('a', 'b', 'A', 'B', 'ab', 'é', 'É', 'K', 'k', 'ſ', 's', '', 'a b', ':a', 'x-y'),
    { maxLength: 5 },
  )
  .map((segments) => `/${segments.join('/')}`)

/** How a layer comes into the router. */
const kind = fc.constantFrom('get', 'post', 'use', 'nested', 'regexp')

describe('the layers that a router asks', () => {
  it('are all that match, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kind, path), { minLength: 3, maxLength: 14 }),
        fc.array(target, { minLength: 1, maxLength: 6 }),
        fc.record({ sensitive: fc.boolean(), strict: fc.boolean() }),
        (layers, targets, options) => {
          const [theirs, ours] = [upstream, mini].map(({ Router }) => {
            const router = new Router(options)
            const fn = () => {}
            for (const [how, path] of layers) {
              if (how === 'nested')
                router.use(path as '/', new Router(options).get('/n', fn).get('/', fn).routes())
              else if (how === 'regexp') router.get(/a\/?b/i, fn)
              else router[how as 'get'](path as '/', fn)
            }
            return targets.map((target) => {
              const { path, pathAndMethod, route } = router.match(target, 'GET')
              return [path, pathAndMethod]
                .map((found) => found.map((layer) => router.stack.indexOf(layer)))
                .concat([[Number(route)]])
            })
          })
          expect(ours).toEqual(theirs)
        },
      ),
      { numRuns: 400 },
    )
  })
})

function isReadable(path: string): boolean {
  try {
    createRequire(import.meta.url)('path-to-regexp').pathToRegexp(path)
    return true
  } catch {
    return false
  }
}
