/**
 * Any app, not only those that somebody thought of: random stacks, asked over a real socket, on Koa and ours.
 *
 * @module
 */
import { createServer, type RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { judge, type Served, serve } from '@await-next/oracle'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, Next } from '../src/index.ts'
import { type Library, mini, upstream } from './pair.ts'

/** Bodies of every kind. */
const BODIES = {
  text: () => 'text é',
  html: () => ' <p>',
  'an empty text': () => '',
  bytes: () => Buffer.from([0, 255]),
  'an object': () => ({ a: ['é', null] }),
  'a number': () => 5,
  true: () => true,
  null: () => null,
  undefined: () => undefined,
  'a stream': () => Readable.from(['a', 'b']),
  'a stream that fails': () =>
    new Readable({
      read() {
        this.destroy(new Error('broken'))
      },
    }),
  'a web stream': () => new Blob(['web']).stream(),
  'a blob': () => new Blob(['blob'], { type: 'text/css' }),
  'a fetch response': () => new Response('fetched', { status: 203, headers: { 'x-fetched': '1' } }),
} satisfies Record<string, () => unknown>

/** What a handler does, one after the other. */
const DEEDS = {
  'await next': (_ctx, next) => next(),
  'catch next': async (ctx, next) => {
    try {
      await next()
    } catch (err) {
      ctx.append('X-Caught', String(err))
    }
  },
  // A promise that nobody waits for; its rejection is what the process lets slip.
  'next, not awaited': (_ctx, next) => void next(),
  await: () => Promise.resolve(),
  'await long': () => new Promise((resolve) => setImmediate(resolve)),
  throw: () => {
    throw new Error('thrown')
  },
  'throw a status': (ctx) => ctx.throw(418, 'a teapot', { headers: { 'X-Thrown': '1' } }),
  'throw a text': () => {
    throw 'no error'
  },
  'status 204': (ctx) => {
    ctx.status = 204
  },
  'status 304': (ctx) => {
    ctx.status = 304
  },
  'status 404': (ctx) => {
    ctx.status = 404
  },
  'status 503': (ctx) => {
    ctx.status = 503
  },
  'status 999': (ctx) => {
    ctx.status = 999
  },
  'status 1': (ctx) => {
    ctx.status = 1
  },
  type: (ctx) => {
    ctx.type = 'application/json'
  },
  length: (ctx) => {
    ctx.length = 1
  },
  etag: (ctx) => {
    ctx.etag = 'tag'
  },
  vary: (ctx) => ctx.vary('X-Seen'),
  'drop the type': (ctx) => ctx.remove('Content-Type'),
  redirect: (ctx) => ctx.redirect('/elsewhere?é'),
  'send the headers': (ctx) => ctx.flushHeaders(),
  'write by hand': (ctx) => {
    ctx.respond = false
    ctx.res.end('by hand')
  },
  'end behind Koa’s back': (ctx) => {
    ctx.res.end()
  },
  'tell the body': (ctx) => ctx.set('X-Length', String(ctx.length)),
  'tell the status': (ctx) => ctx.append('X-Status', `${ctx.status} ${ctx.message}`),
} satisfies Record<string, (ctx: Context, next: Next) => unknown>

/** How long silence is waited for, in milliseconds: the server is in this process, and some stacks never end a request. */
const PATIENCE = 300

type Deed = { kind: 'do'; what: keyof typeof DEEDS } | { kind: 'body'; what: keyof typeof BODIES }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Deed>({ kind: 'do', what: 'await next' }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('do'), what: keysOf(DEEDS) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('body'), what: keysOf(BODIES) }) },
)
const stack = fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 4 })
const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST')

function keysOf<Name extends string>(table: Record<Name, unknown>): fc.Arbitrary<Name> {
  return fc.constantFrom(...(Object.keys(table) as Name[]))
}

/** One server a side, which answers by the app of the case. */
class Side {
  readonly #library: Library
  #listener: RequestListener = () => {}
  #served: Served | undefined

  constructor(library: Library) {
    this.#library = library
  }

  async start(): Promise<void> {
    this.#served = await serve(createServer((req, res) => this.#listener(req, res)))
  }

  stop(): Promise<void> | undefined {
    return this.#served?.close()
  }

  /** Asks an app of this stack, and notes what its handlers do and what the app is told. */
  async ask(deeds: readonly (readonly Deed[])[], method: string) {
    const events: string[] = []
    const app = new this.#library.Koa()
    for (const [at, own] of deeds.entries()) app.use(handler(`${at}`, own, events))
    app.on('error', (err) => events.push(`told: ${err.message}`))
    this.#listener = app.callback()
    const observation = await (this.#served as Served).ask({ method, patience: PATIENCE })
    return { observation, events }
  }
}

function handler(name: string, deeds: readonly Deed[], events: string[]) {
  return async (ctx: Context, next: Next) => {
    for (const { kind, what } of deeds) {
      events.push(`${name}: ${what}`)
      if (kind === 'body') ctx.body = BODIES[what]()
      else await DEEDS[what](ctx, next)
    }
    events.push(`${name}: settled`)
  }
}

describe('any app', () => {
  const sides = { upstream: new Side(upstream), mini: new Side(mini) }
  beforeAll(() => Promise.all([sides.upstream.start(), sides.mini.start()]))
  afterAll(() => Promise.all([sides.upstream.stop(), sides.mini.stop()]))

  it('answers what Koa answers, after the same events', async () => {
    await fc.assert(
      fc.asyncProperty(stack, method, async (deeds, method) => {
        const theirs = await sides.upstream.ask(deeds, method)
        const ours = await sides.mini.ask(deeds, method)
        expect(ours.events).toEqual(theirs.events)
        // A stream that fails at once takes the connection with it: nobody answers then, on either side.
        const verdict = judge(theirs.observation, ours.observation, { unanswered: true })
        expect(verdict.differences).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
