import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Layer, type LayerOptions } from './layer.ts'

/** Upstream's own layer: it is not exported, but it can be found. */
const UpstreamLayer: typeof Layer = createRequire(import.meta.url)('router/lib/layer')

function handle() {}

/** What a layer made of a path; an error counts. */
function outcome(layer: Layer, path: string): unknown {
  try {
    const match = layer.match(path)
    return (
      match && {
        params: match.params,
        prototype: Object.getPrototypeOf(match.params),
        path: match.path,
      }
    )
  } catch (err) {
    const { name, message, status } = err as Error & { status?: number }
    return { name, message, status }
  }
}

/** The same path, read by both. */
function outcomes(path: string | RegExp, options: LayerOptions, asked: string) {
  return [UpstreamLayer, Layer].map((Class) => {
    try {
      return outcome(new Class(path, options, handle), asked)
    } catch (err) {
      return `${err}`
    }
  })
}

const PATHS = [
  '/',
  '',
  '/a',
  '/a/',
  '/A',
  '/a/b',
  '/a//',
  '/é',
  '/ß',
  '/a.b',
  '/a-b',
  '/K',
  '/a$|b',
  '/%61',
]
const ASKED = [
  ...[
    '/',
    '//',
    '/a',
    '/A',
    '/a/',
    '/a//',
    '/a/b',
    '/A/b',
    '/a/B/',
    '/ab',
    '/aB',
    '/a/b/c',
    '/a//b',
  ],
  ...[
    '/É',
    '/é',
    '/SS',
    '/ß',
    '/ẞ',
    '/axb',
    '/a.b',
    '/a.B',
    '/\u212a',
    '/k',
    '/K/',
    '/%61',
    '',
    'a',
  ],
]

describe('layer.match(path)', () => {
  for (const end of [true, false]) {
    for (const sensitive of [true, false]) {
      for (const strict of end ? [true, false] : [false]) {
        it(`reads static paths as upstream does, with ${JSON.stringify({ end, sensitive, strict })}`, () => {
          for (const path of PATHS) {
            for (const asked of ASKED) {
              const [theirs, ours] = outcomes(path, { end, sensitive, strict }, asked)
              expect(ours, `${path} asked for ${asked}`).toEqual(theirs)
            }
          }
        })
      }
    }
  }

  it('takes the slash at the very end for a part of the mount path', () => {
    const [theirs] = outcomes('/a', { end: false }, '/a/')
    expect(theirs).toMatchObject({ path: '/a/' })
    expect(outcomes('/a', { end: false }, '/a/b')[1]).toMatchObject({ path: '/a' })
  })

  it('reads any path as upstream does', () => {
    const segment = fc.constantFrom(
      'a',
      'B',
      ':id',
      ':a-:b',
      '*rest',
      '{x}',
      '{/:opt}',
      '\\:',
      '"',
      '(',
      'é',
      '.',
    )
    const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`)
    const asked = fc
      .array(fc.constantFrom('a', 'b', 'A', 'x', 'é', '%41', '%', '.', '', '1-2'), { maxLength: 5 })
      .map((parts) => `/${parts.join('/')}`)
    const options = fc.record({ end: fc.boolean(), sensitive: fc.boolean(), strict: fc.boolean() })

    fc.assert(
      fc.property(path, options, asked, (path, options, asked) => {
        const [theirs, ours] = outcomes(path, options, asked)
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads expressions as upstream does', () => {
    const expressions = [
      /^\/(\d+)$/,
      /\/(?<name>\w+)\/(\w*)(?:x)?/,
      /a/,
      /^\/(a)?(b)?$/i,
      /(?=.)(?<!c)\/(.)/,
    ]
    for (const expression of expressions) {
      for (const asked of ['/1', '/ab', '/a', '/b', '/', '/x/yx', '/%zz', '/%41/']) {
        const [theirs, ours] = outcomes(expression, {}, asked)
        expect(ours, `${expression} asked for ${asked}`).toEqual(theirs)
      }
    }
  })

  it('gives every request params of its own', () => {
    const layer = new Layer('/a', {}, handle)
    const [one, other] = [layer.match('/a'), layer.match('/a')]
    expect(one && other && one.params !== other.params).toBe(true)
  })
})

describe('new Layer(path, options, fn)', () => {
  it('is named after its function', () => {
    expect(new UpstreamLayer('/', {}, handle).name).toBe('handle')
    expect(new Layer('/', {}, handle).name).toBe('handle')
    expect(new Layer('/', {}, () => {}).name).toBe('<anonymous>')
  })

  it('does not see what becomes of a list of paths later', () => {
    const paths = ['/a', ['/b']]
    const layer = new Layer(paths, {}, handle)
    paths.push('/c')
    expect(layer.rawPath).toEqual(['/a', '/b'])
  })
})
