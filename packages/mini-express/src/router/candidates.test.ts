import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pair } from '../../test/pair.ts'
import type { NextFunction, Path, Request, Response, Router, RouterOptions } from '../index.ts'
import { Candidates } from './candidates.ts'
import { Layer } from './layer.ts'

const { pathToRegexp } = createRequire(import.meta.url)('path-to-regexp')

const segment = fc.constantFrom(
  ...['a', 'b', 'A', 'ab', ':x', '*y', 'a{b}', 'é', 'K', 'ſ', '', 'a b', '\\:a', ':x-:z', '%61'],
)
const text = fc
  .tuple(
    fc.constantFrom('/', '/', '/', ''),
    fc.array(segment, { maxLength: 4 }),
    fc.constantFrom('', '{/:o}', '{/b}', '{/*w}', '/', '//'),
  )
  .map(([start, segments, end]) => `${start}${segments.join('/')}${end}`)
  .filter(isReadable)
const regExp = fc.constantFrom(/a\/?b/i, /^\/a/, /b$/g, /(a)\/(?<name>b)?/, /./y)
const one = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: regExp })
const path: fc.Arbitrary<Path> = fc.oneof(
  { weight: 5, arbitrary: one },
  { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
)
const url = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          'b',
          'A',
          'ab',
          'é',
          'K',
          'k',
          'ſ',
          's',
          '',
          'a%20b',
          '%',
          '%61',
          ':a',
          'x-y',
          '%zz',
        ],
      ),
      { maxLength: 5 },
    )
    .map((segments) => `/${segments.join('/')}`),
  fc.constantFrom('*', 'http://h/a/b', 'http://h', '/a/b?q', '/a#b', '//a//b'),
)

/** How a layer comes into the router; with `nested` a router in it. */
const kind = fc.constantFrom('get', 'post', 'all', 'use', 'nested', 'rewrite')
const layers = fc.array(fc.tuple(kind, path), { minLength: 4, maxLength: 14 })
const options = fc.record({ caseSensitive: fc.boolean(), strict: fc.boolean() })

type Framework = typeof pair.frameworks.mini
type Note = (what: unknown) => void

/** Registers the layers; each says that it was met, and goes on. */
function build(
  framework: Framework,
  layers: readonly (readonly [string, Path])[],
  options: RouterOptions,
  note: Note,
): Router {
  const router = framework.Router(options)
  for (const [at, [kind, given]] of layers.entries()) {
    const path = copyOf(given)
    const handler = (req: Request, _res: Response, next: NextFunction) => {
      note([at, req.url, req.baseUrl, { ...req.params }])
      if (kind === 'rewrite') req.url = req.url === '/a/b' ? '/b' : '/a/b'
      next()
    }
    if (kind === 'nested') router.use(path, framework.Router(options).use(handler))
    else if (kind === 'rewrite') router.use(path, handler)
    else router[kind as 'get'](path, handler)
  }
  return router
}

/** A RegExp may remember where it has come to: each router gets its own. */
function copyOf(path: Path): Path {
  if (path instanceof RegExp) return new RegExp(path)
  return typeof path === 'string' ? path : path.map(copyOf)
}

async function walk(router: Router, url: string, method: string, notes: unknown[]) {
  await new Promise<void>((resolve) => {
    const end = (what: unknown) => {
      notes.push(String(what))
      resolve()
    }
    const req = { method, url } as Request
    router.handle(req, { setHeader: () => {}, end } as unknown as Response, end)
  })
  return notes
}

describe('the layers that a walk asks', () => {
  it('are all that match, whatever their paths and however many there are', async () => {
    const { upstream, mini } = pair.frameworks
    const method = fc.constantFrom('GET', 'GET', 'POST', 'OPTIONS')
    await fc.assert(
      fc.asyncProperty(layers, options, url, method, async (layers, options, url, method) => {
        const [theirs, ours] = await Promise.all(
          [upstream, mini].map((framework) => {
            const notes: unknown[] = []
            const router = build(framework, layers, options, (what) => notes.push(what))
            return walk(router, url, method, notes)
          }),
        )
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 1000 },
    )
  })

  it('are those of the path that a handler makes of it', async () => {
    const layers = ['/', '/b', '/a/b', '/c', '/a', '/d'].map((path) => ['use', path] as const)
    const [theirs, ours] = await Promise.all(
      [pair.frameworks.upstream, pair.frameworks.mini].map((framework) => {
        const notes: unknown[] = []
        const rewriting = [['rewrite', '/'], ...layers] as const
        const router = build(framework, rewriting, {}, (what) => notes.push(what))
        return walk(router, '/c', 'GET', notes)
      }),
    )
    expect(theirs).toHaveLength(5)
    expect(ours).toEqual(theirs)
  })

  it('are those whose place is on the way', () => {
    fc.assert(
      fc.property(
        fc.array(path, { maxLength: 12 }),
        options,
        fc.boolean(),
        url,
        (paths, { caseSensitive, strict }, end, url) => {
          const layers = paths.map(
            (path) => new Layer(path, { sensitive: caseSensitive, strict, end }, () => {}),
          )
          const places = new Candidates(layers).find(url)
          expect([...places].sort((one, other) => one - other)).toEqual(places)
          for (const [place, layer] of layers.entries()) {
            if (matches(layer, url)) expect(places).toContain(place)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are few among many', () => {
    const paths = Array.from({ length: 1000 }, (_, at) => `/route${at}/:id`)
    const layers = ['/', ...paths, '/route7/:id/*rest'].map((path) => new Layer(path, {}, () => {}))
    expect(new Candidates(layers).find('/Route7/a')).toEqual([0, 8, 1001])
  })
})

describe('router.stack', () => {
  it.each<[how: string, change: (router: Router) => void]>([
    ['spliced', ({ stack }) => stack.splice(0, 1)],
    ['spliced to the same length', ({ stack }) => stack.splice(1, 1, stack[0] as Layer)],
    ['turned around', ({ stack }) => stack.reverse()],
    ['assigned a layer', ({ stack }) => Object.assign(stack, { 1: stack[2] })],
    ['cut short', ({ stack }) => Object.assign(stack, { length: 2 })],
    ['emptied', ({ stack }) => stack.splice(0)],
    ['replaced', (router) => Object.assign(router, { stack: router.stack.slice(2) })],
  ])('can be %s between two requests', async (_how, change) => {
    const [theirs, ours] = await Promise.all(
      [pair.frameworks.upstream, pair.frameworks.mini].map(async (framework) => {
        const notes: unknown[] = []
        const paths = ['/a', '/b', '/a', '/:x', '/c', '/a/b'].map((path) => ['use', path] as const)
        const router = build(framework, paths, {}, (what) => notes.push(what))
        const before = [...(await walk(router, '/a', 'GET', notes))]
        notes.length = 0
        change(router)
        return { before, after: await walk(router, '/a', 'GET', notes) }
      }),
    )
    expect(theirs?.after).not.toEqual(theirs?.before)
    expect(ours).toEqual(theirs)
  })

  it('can grow while a walk is under way', async () => {
    const [theirs, ours] = await Promise.all(
      [pair.frameworks.upstream, pair.frameworks.mini].map((framework) => {
        const notes: unknown[] = []
        const late = build(
          framework,
          [
            ['use', '/a'],
            ['use', '/b'],
          ],
          {},
          (what) => notes.push(['late', what]),
        )
        const router = build(framework, Array(6).fill(['use', '/a']), {}, (what) => {
          notes.push(what)
          if (notes.length === 2) router.stack.push(...late.stack)
          if (notes.length === 4) router.stack.unshift(late.stack[0] as Layer)
        })
        return walk(router, '/a', 'GET', notes)
      }),
    )
    expect(theirs?.length).toBeGreaterThan(8)
    expect(ours).toEqual(theirs)
  })
})

function matches(layer: Layer, path: string): boolean {
  try {
    return Boolean(layer.match(path))
  } catch {
    // Matched, and could not be decoded.
    return true
  }
}

function isReadable(path: string): boolean {
  try {
    pathToRegexp(path)
    return true
  } catch {
    return false
  }
}
