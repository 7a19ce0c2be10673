import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { describeHandlers, describePrograms, mini, upstream } from '../test/pair.ts'
import type { Context } from './types.ts'

/** An error with more to it. */
function error(properties: object, message = 'message'): Error {
  return Object.assign(new Error(message), properties)
}

// biome-ignore format: a table
describeHandlers('ctx.throw', [
  ['a status', (ctx) => ctx.throw(403), { status: 403, body: 'Forbidden' }],
  ['a status and a message', (ctx) => ctx.throw(400, 'name required'), { status: 400, body: 'name required' }],
  ['a message', (ctx) => ctx.throw('oops'), { status: 500, body: 'Internal Server Error' }],
  ['an error', (ctx) => ctx.throw(new Error('oops')), { status: 500, body: 'Internal Server Error' }],
  ['a status and an error', (ctx) => ctx.throw(422, new Error('oops')), { status: 422, body: 'oops' }],
  ['properties', (ctx) => ctx.throw(401, 'no', { headers: { 'WWW-Authenticate': 'Basic' } }), { status: 401, headers: { 'www-authenticate': 'Basic' } }],
  ['properties that are reserved', (ctx) => ctx.throw(400, 'no', { status: 200 }), { status: 400 }],
  ['nothing', (ctx) => ctx.throw(), 500],
])

// biome-ignore format: a table
describeHandlers('ctx.assert', [
  ['passes', (ctx: Context) => { ctx.assert(true, 401); ctx.body = 'x' }, 200],
  ['throws', (ctx) => ctx.assert(false, 401, 'Please log in'), { status: 401, body: 'Please log in' }],
  ['compares', (ctx) => ctx.assert.deepEqual({ a: 1 }, { a: 2 }, 409), { status: 409, body: 'Conflict' }],
])

// biome-ignore format: a table
describeHandlers('ctx.onerror', [
  ['an exposed message', () => { throw error({ status: 500, expose: true }, 'shown') }, { status: 500, body: 'shown' }],
  ['a status', () => { throw error({ status: 404 }) }, { status: 404, body: 'Not Found' }],
  ['a statusCode', () => { throw error({ statusCode: 409 }) }, { status: 409, body: 'Conflict' }],
  ['a status that is unknown', () => { throw error({ status: 299 }) }, 500],
  ['a status that is a text', () => { throw error({ status: '404' }) }, 500],
  ['a status before a statusCode', () => { throw error({ status: 404, statusCode: 409 }) }, 404],
  ['a status below 400', () => { throw error({ status: 204, expose: true }) }, 204],
  ['a missing file', () => { throw error({ code: 'ENOENT' }) }, 500],
  ['headers', () => { throw error({ status: 503, headers: { 'Retry-After': '5', 'X-A': ['1', '2'] } }) }, { status: 503, headers: { 'retry-after': '5' } }],
  ['headers that are not its own', () => { throw error({ headers: { 'Content-Type': 'text/html', 'CONTENT-LENGTH': '999' } }) }, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  ['headers of null', () => { throw error({ headers: null }) }, 500],
  ['headers that Node refuses', () => { throw error({ headers: { 'X A': '1' } }) }, { fate: 'no answer', slips: ['valid HTTP token'] }, { patience: 100 }],
  ['headers set before', (ctx) => { ctx.set('X-A', '1'); ctx.type = 'html'; ctx.status = 201; ctx.body = { a: 1 }; throw new Error('x') }, { status: 500, headers: { 'x-a': undefined } }],
  ['a message beyond ASCII', () => { throw error({ status: 400, expose: true }, 'né 你') }, { status: 400, body: 'né 你' }],
  ['an empty message', () => { throw error({ status: 400, expose: true }, '') }, { status: 400, body: '' }],
  ['HTML in a message', () => { throw error({ status: 400, expose: true }, '<script>') }, { status: 400, body: '<script>', headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  ['after the headers are sent', (ctx) => { ctx.res.flushHeaders(); ctx.res.write('a'); ctx.res.end('b'); throw new Error('late') }, { status: 404, body: 'ab' }],
  ['a text thrown', () => { throw 'oops' }, { status: 500 }],
  ['an object thrown', () => { throw { status: 400 } }, 500],
  ['null thrown', () => { throw null }, { fate: 'no answer' }, { patience: 100 }],
  ['undefined rejected', () => Promise.reject(), { fate: 'no answer' }, { patience: 100 }],
  ['an error of another realm', () => { throw Object.assign(runInNewContext('new Error("other")'), { status: 418, expose: true }) }, { status: 418, body: 'other' }],
  ['an error to HEAD', () => { throw error({ status: 400 }) }, { status: 400, body: '' }, { method: 'HEAD' }],
])

// biome-ignore format: a table
describePrograms('ctx.onerror, told', [
  ['tells the app with the context', ({ Koa }) => {
      const app = new Koa()
      app.on('error', (err, ctx) => ctx.set('X-Told', `${err.message} ${ctx.path} ${err.status} ${err.headerSent}`))
      return app.use(() => { throw new Error('told') })
    }, { status: 500, headers: { 'x-told': undefined } }],
  ['says when it is too late', ({ Koa }) => {
      const app = new Koa()
      app.on('error', (err, ctx) => ctx.res.end(` ${err.message} ${err.headerSent}`))
      return app.use((ctx) => { ctx.res.write('begun'); throw new Error('late') })
    }, { status: 404, body: 'begun late true' }],
  ['can be replaced', ({ Koa }) => {
      const app = new Koa()
      app.context.onerror = function (err?: unknown) {
        if (err) this.res.end(`mine: ${(err as Error).message}`)
      }
      return app.use(() => { throw new Error('x') })
    }, { status: 404, body: 'mine: x' }],
  ['does nothing without an error', ({ Koa }) => new Koa().use((ctx) => { ctx.onerror(null); ctx.onerror(undefined); ctx.body = 'fine' }), { status: 200, body: 'fine' }],
])

// biome-ignore format: a table
describePrograms('ctx.cookies', [
  ['reads and sets', ({ Koa }) => new Koa().use((ctx) => { const { cookies } = ctx; cookies.set('a', 'b', { httpOnly: false }); ctx.body = [cookies.get('c'), cookies === ctx.cookies] }), { status: 200, body: '["d",true]', headers: { 'set-cookie': 'a=b; path=/' } }, { headers: [['Cookie', 'c=d; e=f']] }],
  ['signs', ({ Koa }) => new Koa({ keys: ['one', 'two'] }).use((ctx) => { ctx.cookies.set('a', 'b', { signed: true }); ctx.body = 'x' }), { status: 200, headers: { 'set-cookie': 'a=b; path=/; httponly\na.sig=2uUDg_0IxPnb_ciSl0NeULmYmtw; path=/; httponly' } }],
  ['refuses to sign without keys', ({ Koa }) => { const app = new Koa(); app.silent = true; return app.use((ctx) => { ctx.cookies.set('a', 'b', { signed: true }) }) }, 500],
  ['refuses a secure cookie over HTTP', ({ Koa }) => { const app = new Koa(); app.silent = true; return app.use((ctx) => { ctx.cookies.set('a', 'b', { secure: true }) }) }, 500],
  ['takes a proxy’s word', ({ Koa }) => new Koa({ proxy: true }).use((ctx) => { ctx.cookies.set('a', 'b', { secure: true }); ctx.body = 'x' }), 200, { headers: [['X-Forwarded-Proto', 'https']] }],
  ['can be replaced', ({ Koa }) => new Koa().use((ctx) => { ctx.cookies = { get: () => 'mine' } as never; ctx.body = ctx.cookies.get('a') }), { status: 200, body: 'mine' }],
])

// biome-ignore format: a table
describeHandlers('ctx, shown', [
  ['as JSON', (ctx) => { ctx.body = ctx.toJSON() }, { status: 200, body: /"app":\{"subdomainOffset":2,"proxy":false,"env":/ }],
  ['as inspected', (ctx) => { ctx.body = inspect(ctx).replace(/'?content-length'?.*/g, '') }, { status: 200, body: /<original node socket>/ }],
  ['in its parts', (ctx) => { ctx.body = inspect([ctx.request, ctx.response, ctx.app]) }, 200],
  ['and its own members', (ctx) => { ctx.body = [Object.keys(ctx).sort(), Object.keys(ctx.request).sort(), Object.keys(ctx.response).sort(), ctx.state] }, 200],
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
      expect(prototype.inspect()).toBe(prototype)
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
