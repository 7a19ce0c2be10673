/**
 * Any app, not only those that somebody thought of: random stacks of handlers, routers and apps, asked over a real socket,
 * on Express and ours.
 *
 * @module
 */
import { createServer, type RequestListener } from 'node:http'
import { judge, type Served, serve } from '@await-next/oracle'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application, NextFunction, Request, Response, Router } from '../src/index.ts'
import { pair } from './pair.ts'

type Framework = typeof pair.frameworks.mini

/** What a handler does with the request. */
const DEEDS = {
  next: (_req, _res, next) => next(),
  'next later': (_req, _res, next) => void setImmediate(next),
  'next(err)': (_req, _res, next) => next(new Error('handed on')),
  'next(404)': (_req, _res, next) =>
    next(Object.assign(new Error('gone'), { status: 410, headers: { 'X-Err': '1' } })),
  "next('route')": (_req, _res, next) => next('route'),
  "next('router')": (_req, _res, next) => next('router'),
  'next twice': (_req, _res, next) => {
    next()
    next()
  },
  throw: () => {
    throw new Error('thrown')
  },
  'throw a text': () => {
    throw 'thrown'
  },
  reject: () => Promise.reject(new Error('rejected')),
  'reject with nothing': () => Promise.reject(),
  fulfil: async (_req, _res, next) => {
    await null
    next()
  },
  'send a text': (_req, res) => void res.send('text é'),
  'send an object': (req, res) => void res.json({ url: req.url, base: req.baseUrl, ...req.params }),
  'send bytes': (_req, res) => void res.send(Buffer.from([0, 255])),
  'send nothing': (_req, res) => void res.send(),
  'send twice': (_req, res) => {
    res.send('one')
    res.send('two')
  },
  'send, then next': (_req, res, next) => {
    res.send('sent')
    next()
  },
  'send, then next(err)': (_req, res, next) => {
    res.send('sent')
    next(new Error('too late'))
  },
  'send a status': (_req, res) => void res.sendStatus(418),
  redirect: (_req, res) => res.redirect('/elsewhere?é'),
  'set a status': (_req, res, next) => {
    res.status(503)
    next()
  },
  'set an impossible status': (_req, res) => void res.status(42),
  'set a header': (req, res, next) => {
    res.append('X-Seen', `${req.baseUrl}|${req.url}`)
    next()
  },
  'set a cookie': (_req, res, next) => {
    res.cookie('a', 'b c')
    next()
  },
  rewrite: (req, _res, next) => {
    req.url = '/b/rewritten'
    next()
  },
  'change the method': (req, _res, next) => {
    req.method = 'POST'
    next()
  },
  'end by hand': (_req, res) => void res.end('by hand'),
} satisfies Record<string, (req: Request, res: Response, next: NextFunction) => unknown>

type Deed = keyof typeof DEEDS

/** One thing to register. */
interface Step {
  kind: 'use' | 'error' | 'get' | 'post' | 'all' | 'route' | 'param' | 'router' | 'app'
  path: string
  deeds: Deed[]
  steps: Step[]
}

const PATHS = ['/', '/a', '/a/b', '/b', '/:id', '/:id/:x', '/a{/:x}', '/*rest']
const TARGETS = ['/', '/a', '/a/b', '/a/b/', '/b/a?q', '/A/b', '//a', '/%zz', '/a/b/c']

const { steps } = fc.letrec<{ steps: Step[]; step: Step }>((tie) => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 4, depthIdentifier: 'steps' }),
  step: fc.record({
    kind: fc.constantFrom(
      ...([
        'use',
        'use',
        'error',
        'get',
        'post',
        'all',
        'route',
        'param',
        'router',
        'app',
      ] as const),
    ),
    path: fc.constantFrom(...PATHS),
    deeds: fc.array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constant<Deed>('next') },
        { weight: 6, arbitrary: fc.constantFrom(...(Object.keys(DEEDS) as Deed[])) },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    steps: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'steps' },
      fc.constant<Step[]>([]),
      tie('steps'),
    ),
  }),
}))

/** How long silence is waited for, in milliseconds: the server is in this process, and some stacks never end a request. */
const PATIENCE = 300

/** Handlers that go on twice can go on for ever; they are followed as far as here. */
const ENOUGH = 200

/** Registers the steps; each handler notes what it sees. */
class Builder {
  readonly events: string[] = []
  readonly #framework: Framework

  constructor(framework: Framework) {
    this.#framework = framework
  }

  app(steps: readonly Step[], name: string): Application {
    const app = this.#framework()
    // Pages of errors that differ by no stack.
    app.set('env', 'production')
    for (const [at, step] of steps.entries()) this.#add(app, step, `${name}${at}`)
    return app
  }

  #router(steps: readonly Step[], name: string): Router {
    const router = this.#framework.Router({ mergeParams: true })
    for (const [at, step] of steps.entries()) this.#add(router as never, step, `${name}${at}`)
    return router
  }

  #add(app: Application, { kind, path, deeds, steps }: Step, name: string): void {
    const handlers = deeds.map((deed, at) => this.#handler(deed, `${name}.${at} ${kind} ${deed}`))
    if (kind === 'router') app.use(path, this.#router(steps, `${name}/`))
    else if (kind === 'app') app.use(path, this.app(steps, `${name}>`))
    else if (kind === 'error') for (const handler of handlers) app.use(path, recovering(handler))
    else if (kind === 'route') app.route(path).get(handlers).all(handlers)
    else if (kind === 'param') app.param('id', this.#param(name))
    else app[kind](path, handlers)
  }

  #param(name: string) {
    return (_req: Request, _res: Response, next: NextFunction, value: string) => {
      this.events.push(`${name} param ${value}`)
      next()
    }
  }

  #handler(deed: Deed, name: string) {
    return (req: Request, res: Response, next: NextFunction) => {
      if (this.events.length > ENOUGH) throw new Error('enough')
      this.events.push(`${name}: ${req.method} ${req.baseUrl} ${req.url} ${res.headersSent}`)
      return DEEDS[deed](req, res, next)
    }
  }
}

type Handler = (req: Request, res: Response, next: NextFunction) => unknown

function recovering(handler: Handler) {
  return (err: unknown, req: Request, res: Response, next: NextFunction) => {
    if (!res.headersSent) res.append('X-Caught', String(err))
    return handler(req, res, next)
  }
}

/** One server a side, which answers by the app of the case. */
class Side {
  readonly #framework: Framework
  #listener: RequestListener = () => {}
  #served: Served | undefined

  constructor(framework: Framework) {
    this.#framework = framework
  }

  async start(): Promise<void> {
    this.#served = await serve(createServer((req, res) => this.#listener(req, res)))
  }

  stop(): Promise<void> | undefined {
    return this.#served?.close()
  }

  /** Asks an app of these steps, and notes what its handlers see. */
  async ask(steps: readonly Step[], method: string, target: string) {
    const builder = new Builder(this.#framework)
    this.#listener = builder.app(steps, '') as RequestListener
    const served = this.#served as Served
    const observation = await served.ask({ method, target, patience: PATIENCE })
    return { observation, events: builder.events }
  }
}

describe('any app', () => {
  const sides = {
    upstream: new Side(pair.frameworks.upstream),
    mini: new Side(pair.frameworks.mini),
  }
  beforeAll(() => Promise.all([sides.upstream.start(), sides.mini.start()]))
  afterAll(() => Promise.all([sides.upstream.stop(), sides.mini.stop()]))

  it('answers what Express answers, after the same events', async () => {
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS')
    const target = fc.constantFrom(...TARGETS)
    await fc.assert(
      fc.asyncProperty(steps, method, target, async (steps, method, target) => {
        const theirs = await sides.upstream.ask(steps, method, target)
        const ours = await sides.mini.ask(steps, method, target)
        expect(ours.events).toEqual(theirs.events)
        // A handler that forgets to go on leaves the request without an answer, on both sides.
        const verdict = judge(theirs.observation, ours.observation, { unanswered: true })
        expect(verdict.differences).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
