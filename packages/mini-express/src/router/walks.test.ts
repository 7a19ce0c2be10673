/**
 * Any router, not only those that somebody thought of: random stacks, walked by upstream and by ours.
 *
 * @module
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pair } from '../../test/pair.ts'
import type { NextFunction, Request, Response, Router } from '../index.ts'

/** What a handler does with the request. */
const DEEDS = {
  next: (next) => next(),
  'next(err)': (next) => next('an error'),
  "next('route')": (next) => next('route'),
  "next('router')": (next) => next('router'),
  'next twice': (next) => {
    next()
    next()
  },
  'next later': (next) => void setImmediate(next),
  'next, then throw': (next) => {
    next()
    throw 'thrown late'
  },
  throw: () => {
    throw 'thrown'
  },
  reject: () => Promise.reject('rejected'),
  'reject with nothing': () => Promise.reject(),
  fulfil: () => Promise.resolve('ignored'),
  rewrite: (next, req) => {
    req.url = '/b/rewritten'
    next()
  },
  'rewrite to the root': (next, req) => {
    req.url = '/?q'
    next()
  },
  keep: () => {},
} satisfies Record<string, (next: NextFunction, req: Request) => unknown>

type Deed = keyof typeof DEEDS

/**
 * What a function of `router.param` may do here. One that goes on twice, or when the walk is over, makes upstream
 * stumble over what is no longer there.
 */
const PARAM_DEEDS = new Set<Deed>([
  'next',
  'next(err)',
  "next('route')",
  "next('router')",
  'throw',
  'rewrite',
  'keep',
])

/** One thing to register. */
interface Step {
  kind: 'use' | 'error' | 'get' | 'post' | 'all' | 'route' | 'param' | 'router'
  path: string
  deeds: Deed[]
  mergeParams: boolean
  steps: Step[]
}

const PATHS = ['/', '/a', '/a/b', '/b', '/A/', '/:id', '/:id/:x', '/a{/:x}', '/*rest', '/:id/b']
const URLS = [
  '/',
  '/a',
  '/a/b',
  '/a/b/',
  '/b/a?q',
  '/A/b',
  '//a',
  '/%zz',
  'http://h/a/b',
  'http://h',
  '*',
  '/a/b/c',
]

const { steps } = fc.letrec<{ steps: Step[]; step: Step }>((tie) => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 4, depthIdentifier: 'steps' }),
  step: fc.record({
    kind: fc.constantFrom('use', 'error', 'get', 'post', 'all', 'route', 'param', 'router'),
    path: fc.constantFrom(...PATHS),
    deeds: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<Deed>('next') },
        { weight: 5, arbitrary: fc.constantFrom(...(Object.keys(DEEDS) as Deed[])) },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    mergeParams: fc.boolean(),
    steps: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'steps' },
      fc.constant<Step[]>([]),
      tie('steps'),
    ),
  }),
}))

type Framework = typeof pair.frameworks.mini

/** Registers the steps; each handler notes what it sees. */
function build(framework: Framework, steps: Step[], note: Note, mergeParams = false): Router {
  const router = framework.Router({ mergeParams })
  for (const [at, step] of steps.entries()) add(framework, router, step, note, `${step.kind} ${at}`)
  return router
}

type Note = (who: string, req: Request, err?: unknown) => void

function add(framework: Framework, router: Router, step: Step, note: Note, name: string): void {
  const { kind, path, deeds } = step
  const handlers = deeds.map((deed) => (req: Request, _res: Response, next: NextFunction) => {
    note(`${name} ${deed}`, req)
    return DEEDS[deed](next, req)
  })
  if (kind === 'router') {
    router.use(path, build(framework, step.steps, note, step.mergeParams))
  } else if (kind === 'param') {
    const deed = deeds.find((deed) => PARAM_DEEDS.has(deed)) ?? 'next'
    router.param('id', (req, _res, next, value) => {
      note(`${name} ${deed} ${value}`, req)
      return DEEDS[deed](next, req)
    })
  } else if (kind === 'error') {
    for (const deed of deeds) {
      router.use(path, (err: unknown, req: Request, _res: Response, next: NextFunction) => {
        note(`${name} ${deed}`, req, err)
        return DEEDS[deed](next, req)
      })
    }
  } else if (kind === 'route') {
    router.route(path).get(handlers).all(handlers)
  } else {
    router[kind](path, handlers)
  }
}

/** Longer notes come from `next` being called twice over and over; they are compared as far as here. */
const ENOUGH = 400

/** Sends one request through, and notes all that is seen on the way. */
async function walk(framework: Framework, steps: Step[], method: string, url: string) {
  const notes: unknown[] = []
  const note: Note = (who, req, err) => {
    if (notes.length > ENOUGH) throw 'enough'
    const { url, baseUrl, originalUrl, params, route } = req
    notes.push([who, url, baseUrl, originalUrl, { ...params }, route?.path, String(err)])
  }
  const req = { method, url } as Request
  const res = {
    setHeader: (...header: unknown[]) => notes.push(header),
    end: (body: string) => notes.push(body),
  }

  build(framework, steps, note).handle(req, res as unknown as Response, (err) => {
    note('out', req, err)
    notes.push([req.next, req.params])
  })
  // A walk is at rest once several turns have passed without a note.
  for (let idle = 0, seen = -1; idle < 5; idle = seen === notes.length ? idle + 1 : 0) {
    seen = notes.length
    await new Promise((resolve) => setImmediate(resolve))
  }
  return notes
}

describe('any router', () => {
  it('is walked as upstream walks it', async () => {
    const { upstream, mini } = pair.frameworks
    const method = fc.constantFrom('GET', 'GET', 'POST', 'HEAD', 'OPTIONS')

    await fc.assert(
      fc.asyncProperty(steps, method, fc.constantFrom(...URLS), async (steps, method, url) => {
        const theirs = await walk(upstream, steps, method, url)
        const ours = await walk(mini, steps, method, url)
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 1500 },
    )
  }, 60_000)
})
