import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import {
  type Case,
  compareHandlers,
  comparePrograms,
  type Handler,
  mini,
  upstream,
} from '../test/compare.ts'
import type { Context } from './types.ts'

function row(it: string, handler: Handler, shows: Case['shows'], ask?: Case['ask']) {
  return ask === undefined ? { it, handler, shows } : { it, handler, shows, ask }
}

/** An error with more to it. */
function error(properties: object, message = 'message'): Error {
  return Object.assign(new Error(message), properties)
}

// biome-ignore format: a table
compareHandlers('ctx.throw', [
  row('a status', (ctx) => ctx.throw(403), { status: 403, body: 'Forbidden' }),
  row('a status and a message', (ctx) => ctx.throw(400, 'name required'), { status: 400, body: 'name required' }),
  row('a message', (ctx) => ctx.throw('oops'), { status: 500, body: 'Internal Server Error' }),
  row('an error', (ctx) => ctx.throw(new Error('oops')), { status: 500, body: 'Internal Server Error' }),
  row('a status and an error', (ctx) => ctx.throw(422, new Error('oops')), { status: 422, body: 'oops' }),
  row('properties', (ctx) => ctx.throw(401, 'no', { headers: { 'WWW-Authenticate': 'Basic' } }), { status: 401, headers: { 'www-authenticate': 'Basic' } }),
  row('properties that are reserved', (ctx) => ctx.throw(400, 'no', { status: 200 }), { status: 400 }),
  row('nothing', (ctx) => ctx.throw(), 500),
])

// biome-ignore format: a table
compareHandlers('ctx.assert', [
  row('passes', (ctx: Context) => { ctx.assert(true, 401); ctx.body = 'x' }, 200),
  row('throws', (ctx) => ctx.assert(false, 401, 'Please log in'), { status: 401, body: 'Please log in' }),
  row('compares', (ctx) => ctx.assert.deepEqual({ a: 1 }, { a: 2 }, 409), { status: 409, body: 'Conflict' }),
])

// biome-ignore format: a table
compareHandlers('ctx.onerror', [
  row('an exposed message', () => { throw error({ status: 500, expose: true }, 'shown') }, { status: 500, body: 'shown' }),
  row('a status', () => { throw error({ status: 404 }) }, { status: 404, body: 'Not Found' }),
  row('a statusCode', () => { throw error({ statusCode: 409 }) }, { status: 409, body: 'Conflict' }),
  row('a status that is unknown', () => { throw error({ status: 299 }) }, 500),
  row('a status that is a text', () => { throw error({ status: '404' }) }, 500),
  row('a status before a statusCode', () => { throw error({ status: 404, statusCode: 409 }) }, 404),
  row('a status below 400', () => { throw error({ status: 204, expose: true }) }, 204),
  row('a missing file', () => { throw error({ code: 'ENOENT' }) }, 500),
  row('headers', () => { throw error({ status: 503, headers: { 'Retry-After': '5', 'X-A': ['1', '2'] } }) }, { status: 503, headers: { 'retry-after': '5' } }),
  row('headers that are not its own', () => { throw error({ headers: { 'Content-Type': 'text/html', 'CONTENT-LENGTH': '999' } }) }, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
  row('headers of null', () => { throw error({ headers: null }) }, 500),
  row('headers that Node refuses', () => { throw error({ headers: { 'X A': '1' } }) }, { status: 0, fate: 'no answer', prints: /valid HTTP token/ }, { patience: 100 }),
  row('headers set before', (ctx) => { ctx.set('X-A', '1'); ctx.type = 'html'; ctx.status = 201; ctx.body = { a: 1 }; throw new Error('x') }, { status: 500, headers: { 'x-a': undefined } }),
  row('a message beyond ASCII', () => { throw error({ status: 400, expose: true }, 'né 你') }, { status: 400, body: 'né 你' }),
  row('an empty message', () => { throw error({ status: 400, expose: true }, '') }, { status: 400, body: '' }),
  row('HTML in a message', () => { throw error({ status: 400, expose: true }, '<script>') }, { status: 400, body: '<script>', headers: { 'content-type': 'text/plain; charset=utf-8' } }),
  row('after the headers are sent', (ctx) => { ctx.res.flushHeaders(); ctx.res.write('a'); ctx.res.end('b'); throw new Error('late') }, { status: 404, body: 'ab' }),
  row('a text thrown', () => { throw 'oops' }, { status: 500 }),
  row('an object thrown', () => { throw { status: 400 } }, 500),
  row('null thrown', () => { throw null }, { status: 0, fate: 'no answer' }, { patience: 100 }),
  row('undefined rejected', () => Promise.reject(), { status: 0, fate: 'no answer' }, { patience: 100 }),
  row('an error of another realm', () => { throw Object.assign(runInNewContext('new Error("other")'), { status: 418, expose: true }) }, { status: 418, body: 'other' }),
  row('an error to HEAD', () => { throw error({ status: 400 }) }, { status: 400, body: '' }, { method: 'HEAD' }),
])

// biome-ignore format: a table
comparePrograms('ctx.onerror, told', [
  {
    it: 'tells the app with the context',
    app: ({ Koa }) => {
      const app = new Koa()
      app.on('error', (err, ctx) => ctx.set('X-Told', `${err.message} ${ctx.path} ${err.status} ${err.headerSent}`))
      return app.use(() => { throw new Error('told') })
    },
    shows: { status: 500, headers: { 'x-told': undefined } },
  },
  {
    it: 'says when it is too late',
    app: ({ Koa }) => {
      const app = new Koa()
      app.on('error', (err, ctx) => ctx.res.end(` ${err.message} ${err.headerSent}`))
      return app.use((ctx) => { ctx.res.write('begun'); throw new Error('late') })
    },
    shows: { status: 404, body: 'begun late true' },
  },
  {
    it: 'can be replaced',
    app: ({ Koa }) => {
      const app = new Koa()
      app.context.onerror = function (err?: unknown) {
        if (err) this.res.end(`mine: ${(err as Error).message}`)
      }
      return app.use(() => { throw new Error('x') })
    },
    shows: { status: 404, body: 'mine: x' },
  },
  {
    it: 'does nothing without an error',
    app: ({ Koa }) => new Koa().use((ctx) => { ctx.onerror(null); ctx.onerror(undefined); ctx.body = 'fine' }),
    shows: { status: 200, body: 'fine' },
  },
])

// biome-ignore format: a table
comparePrograms('ctx.cookies', [
  {
    it: 'reads and sets',
    app: ({ Koa }) => new Koa().use((ctx) => { const { cookies } = ctx; cookies.set('a', 'b', { httpOnly: false }); ctx.body = [cookies.get('c'), cookies === ctx.cookies] }),
    ask: { headers: [['Cookie', 'c=d; e=f']] },
    shows: { status: 200, body: '["d",true]', headers: { 'set-cookie': 'a=b; path=/' } },
  },
  {
    it: 'signs',
    app: ({ Koa }) => new Koa({ keys: ['one', 'two'] }).use((ctx) => { ctx.cookies.set('a', 'b', { signed: true }); ctx.body = 'x' }),
    shows: { status: 200, headers: { 'set-cookie': /^a=b.*\na\.sig=/ } },
  },
  {
    it: 'refuses to sign without keys',
    app: ({ Koa }) => { const app = new Koa(); app.silent = true; return app.use((ctx) => { ctx.cookies.set('a', 'b', { signed: true }) }) },
    shows: 500,
  },
  {
    it: 'refuses a secure cookie over HTTP',
    app: ({ Koa }) => { const app = new Koa(); app.silent = true; return app.use((ctx) => { ctx.cookies.set('a', 'b', { secure: true }) }) },
    shows: 500,
  },
  {
    it: 'takes a proxy’s word',
    app: ({ Koa }) => new Koa({ proxy: true }).use((ctx) => { ctx.cookies.set('a', 'b', { secure: true }); ctx.body = 'x' }),
    ask: { headers: [['X-Forwarded-Proto', 'https']] },
    shows: 200,
  },
  {
    it: 'can be replaced',
    app: ({ Koa }) => new Koa().use((ctx) => { ctx.cookies = { get: () => 'mine' } as never; ctx.body = ctx.cookies.get('a') }),
    shows: { status: 200, body: 'mine' },
  },
])

// biome-ignore format: a table
compareHandlers('ctx, shown', [
  row('as JSON', (ctx) => { ctx.body = ctx.toJSON() }, { status: 200, body: /"app":\{"subdomainOffset":2,"proxy":false,"env":/ }),
  row('as inspected', (ctx) => { ctx.body = inspect(ctx).replace(/'?content-length'?.*/g, '') }, { status: 200, body: /<original node socket>/ }),
  row('in its parts', (ctx) => { ctx.body = inspect([ctx.request, ctx.response, ctx.app]) }, 200),
  row('and its own members', (ctx) => { ctx.body = [Object.keys(ctx).sort(), Object.keys(ctx.request).sort(), Object.keys(ctx.response).sort(), ctx.state] }, 200),
])

describe('app.context', () => {
  it('has every member that Koa’s has, of the same kind', () => {
    const [theirs, ours] = [upstream, mini].map(({ Koa }) => new Koa())
    for (const part of ['context', 'request', 'response'] as const) {
      const [expected, actual] = [members(theirs?.[part]), members(ours?.[part])]
      expect(Object.keys(expected).length).toBeGreaterThan(20)
      expect(actual).toMatchObject(expected)
      expect(Object.keys(actual).filter((name) => !Object.hasOwn(expected, name))).toEqual([
        'constructor',
      ])
    }
  })

  it('is inspected like Koa’s', () => {
    for (const { Koa } of [upstream, mini]) {
      const prototype = Object.getPrototypeOf(new Koa().context)
      expect(() => inspect(prototype)).not.toThrow()
    }
  })
})

/** The members of a prototype: a function, a value, or which of get and set there are. */
function members(object: object | undefined): Record<string, string> {
  const prototype = Object.getPrototypeOf(object)
  const found = Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, one]) => [
    name,
    'value' in one ? typeof one.value : `${one.get ? 'get' : ''}${one.set ? 'set' : ''}`,
  ])
  return Object.fromEntries(found)
}
