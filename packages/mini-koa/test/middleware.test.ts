/**
 * The middleware that people put into a Koa app, the real ones, on Koa and on ours.
 *
 * They are typed by `@types/koa`: that this file compiles says that `app.use` takes them.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { observe, type RequestSpec } from '@await-next/oracle'
import cors from '@koa/cors'
import RealRouter from '@koa/router'
import compress from 'koa-compress'
import mount from 'koa-mount'
import session from 'koa-session'
import serveStatic from 'koa-static'
import { describe, expect, it } from 'vitest'
import type { Koa, Middleware } from '../src/index.ts'
import { describePrograms, type Library, mini, upstream } from './pair.ts'

// Not imported: its types give every `http.IncomingMessage` of the program a body.
const { koaBody }: { koaBody: () => Middleware } = createRequire(import.meta.url)('koa-body')

const PUBLIC = fileURLToPath(new URL('public', import.meta.url))

/** An app of some middleware that does not print. */
const app =
  (build: (app: Koa, library: Library) => unknown) =>
  (library: Library): Koa => {
    const app = new library.Koa()
    app.silent = true
    build(app, library)
    return app
  }

const files = app((app) => app.use(serveStatic(PUBLIC, { maxage: 60_000 })))

// biome-ignore format: a table
describePrograms('koa-static', [
  ['serves a file', files, { status: 200, body: 'body {\n  color: teal;\n}\n', headers: { 'content-type': 'text/css; charset=utf-8' } }, '/style.css'],
  ['serves a folder by its index', files, { status: 200, body: '<h1>é</h1>\n' }, '/'],
  ['answers HEAD with the headers', files, { status: 200, body: '' }, { method: 'HEAD', target: '/style.css' }],
  ['leaves what is not there', files, 404, '/none.css'],
  ['refuses to leave the folder', files, 403, '/..%2fpair.ts'],
  ['leaves other methods', files, 404, { method: 'POST', target: '/style.css' }],
  ['may come after the handlers', app((app) => app.use(serveStatic(PUBLIC, { defer: true })).use((ctx, next) => next().then(() => { ctx.body ??= 'first' }))), { status: 200, body: 'first' }, '/style.css'],
])

const crossOrigin = app((app) =>
  app.use(cors({ credentials: true, exposeHeaders: ['X-Total'] })).use((ctx) => {
    if (ctx.path === '/fail') ctx.throw(503)
    ctx.body = 'shared'
  }),
)
const from = (origin: string): RequestSpec => ({ headers: [['Origin', origin]] })
const preflight: RequestSpec = {
  method: 'OPTIONS',
  headers: [
    ['Origin', 'http://a.example'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'x-token'],
  ],
}

// biome-ignore format: a table
describePrograms('@koa/cors', [
  ['allows another origin', crossOrigin, { status: 200, headers: { 'access-control-allow-origin': 'http://a.example', 'access-control-expose-headers': 'X-Total' } }, from('http://a.example')],
  ['varies by origin without one', crossOrigin, { status: 200, headers: { vary: 'Origin' } }],
  ['answers a preflight', crossOrigin, { status: 204, headers: { 'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH' } }, preflight],
  ['keeps its headers on an error', crossOrigin, { status: 503, headers: { 'access-control-allow-origin': 'http://a.example' } }, { target: '/fail', headers: [['Origin', 'http://a.example']] }],
])

const counting = app((app) => {
  app.keys = ['a secret']
  // Without an expiry, whose time would stand in the cookie.
  app.use(session({ maxAge: 'session', signed: true }, app as never)).use((ctx) => {
    const { session: seen } = ctx as unknown as { session: { views?: number } }
    seen.views = (seen.views ?? 0) + 1
    ctx.body = { views: seen.views }
  })
})

describePrograms('koa-session', [
  ['begins a session', counting, { status: 200, body: '{"views":1}' }],
  [
    'drops a session with a wrong signature',
    counting,
    { status: 200, body: '{"views":1}' },
    {
      headers: [['Cookie', 'koa.sess=eyJ2aWV3cyI6OX0=; koa.sess.sig=wrong']],
    },
  ],
])

describe.each([
  ['koa', upstream],
  ['mini-koa', mini],
])('koa-session on %s', (_, library) => {
  it('counts on', async () => {
    const { answers } = await observe(counting(library))
    const set = answers[0]?.headers.filter(([name]) => name.toLowerCase() === 'set-cookie') ?? []
    expect(set.length).toBe(2)
    const cookie = set.map(([, value]) => value.split(';')[0]).join('; ')
    const again = await observe(counting(library), { headers: [['Cookie', cookie]] })
    expect(String(Buffer.from(again.answers[0]?.body ?? []))).toBe('{"views":2}')
  })
})

// biome-ignore format: a table
describePrograms('koa-mount', [
  ['mounts a middleware below a path', app((app) => app.use(mount('/in', (ctx) => { ctx.body = [ctx.path, ctx.originalUrl, (ctx as { mountPath?: string }).mountPath] }))), { status: 200, body: '["/x","/in/x","/in"]' }, '/in/x'],
  ['mounts an app', app((app, { Koa }) => { const inner = new Koa().use((ctx) => { ctx.body = ctx.url }); app.use(mount('/in', inner as never)) }), { status: 200, body: '/x?q' }, '/in/x?q'],
  ['leaves other paths', app((app) => app.use(mount('/in', (ctx) => { ctx.body = '' }))), 404, '/inner'],
  ['restores the path for who comes after', app((app) => app.use(mount('/in', (_, next) => next())).use((ctx) => { ctx.body = ctx.path })), { status: 200, body: '/in/x' }, '/in/x'],
])

const large = 'é'.repeat(2000)
const compressing = app((app) =>
  app.use(compress({ br: false })).use((ctx) => {
    ctx.body = ctx.path === '/json' ? { large } : ctx.path === '/small' ? 'small' : large
  }),
)
const accepting = (encoding: string, target = '/'): RequestSpec => ({
  target,
  headers: [['Accept-Encoding', encoding]],
})

// biome-ignore format: a table
describePrograms('koa-compress', [
  ['compresses', compressing, { status: 200, headers: { 'content-encoding': 'gzip', vary: 'Accept-Encoding', 'content-length': undefined } }, accepting('gzip')],
  ['compresses JSON', compressing, { status: 200, headers: { 'content-encoding': 'deflate' } }, accepting('deflate', '/json')],
  ['leaves what is small', compressing, { status: 200, body: 'small', headers: { 'content-encoding': undefined } }, accepting('gzip', '/small')],
  ['leaves what nobody asked to be compressed', compressing, { status: 200, body: large }, accepting('identity')],
  ['does not compress for HEAD', compressing, 200, { method: 'HEAD', headers: [['Accept-Encoding', 'gzip']] }],
])

describe('koa-compress on mini-koa', () => {
  it('sends what can be read again', async () => {
    const { answers } = await observe(compressing(mini), accepting('gzip'))
    expect(String(gunzipSync(answers[0]?.body ?? ''))).toBe(large)
  })
})

const api = app((app) => {
  const router = new RealRouter({ prefix: '/users' })
  router.param('id', (id, ctx, next) =>
    /^\d+$/.test(id) ? next() : ctx.throw(400, 'a number, please'),
  )
  router.get('/:id', (ctx) => {
    ctx.body = ctx.params
  })
  router.post('/', koaBody(), (ctx) => {
    ctx.status = 201
    ctx.body = (ctx.request as { body?: unknown }).body
  })
  app.use(router.routes()).use(router.allowedMethods())
})
const posted = (type: string, body: string): RequestSpec => ({
  method: 'POST',
  target: '/users',
  headers: [['Content-Type', type]],
  body,
})

// biome-ignore format: a table
describePrograms('@koa/router and koa-body', [
  ['route', api, { status: 200, body: '{"id":"7"}' }, '/users/7'],
  ['guard a param', api, { status: 400, body: 'a number, please' }, '/users/x'],
  ['read JSON', api, { status: 201, body: '{"a":[1]}' }, posted('application/json', '{"a":[1]}')],
  ['read a form', api, { status: 201, body: '{"a":"1 2"}' }, posted('application/x-www-form-urlencoded', 'a=1+2')],
  ['read text', api, { status: 201, body: 'hello' }, posted('text/plain', 'hello')],
  ['refuse JSON that is none', api, 400, posted('application/json', '{"a":')],
  ['name the allowed methods', api, { status: 405, headers: { allow: 'POST' } }, { method: 'PUT', target: '/users' }],
  ['answer OPTIONS', api, { status: 200, headers: { allow: 'HEAD, GET' } }, { method: 'OPTIONS', target: '/users/1' }],
])
