/**
 * What random Koa programs are made of.
 *
 * @module
 */
import type { Form } from './programs.ts'

export const head = 'const app = new Koa()'
export const tail = 'app.silent = true\nreturn app'

export const setup = [
  'app.proxy = true',
  'app.proxy = true; app.maxIpsCount = 1',
  'app.subdomainOffset = 1',
  "app.keys = ['secret']",
  "app.context.shared = 'shared'",
  "app.on('error', (err) => console.error('app error', String(err && err.message)))",
] as const

export const paths = [
  '/',
  '/a',
  '/A/b',
  '/a/',
  '/:id',
  '/a/:id',
  '/:id/b',
  '/a{/:id}',
  '/{*rest}',
  '/:x-:id',
  '/é',
  '/a%20b',
] as const

export const statements = [
  'await wait(0)',
  'await null',
  'await next()',
  'await next()',
  'await next()',
  'ctx.status = 201',
  'ctx.status = 204',
  'ctx.status = 304',
  'ctx.status = 404',
  'ctx.status = 503',
  "ctx.message = 'Fine'",
  "ctx.set('X-A', 'a')",
  "ctx.set({ 'X-B': ['1', '2'], ETag: '\"tag\"' })",
  "ctx.append('X-A', ctx.method)",
  "ctx.vary('Accept')",
  "ctx.type = 'json'",
  "ctx.type = 'text/html; charset=utf-8'",
  "ctx.type = ''",
  'ctx.length = 3',
  "ctx.etag = 'tag'",
  "ctx.lastModified = new Date('2030-01-01')",
  "ctx.remove('Content-Type')",
  "ctx.cookies.set('c', 'a', { httpOnly: false })",
  "ctx.cookies.set('s', 'b', { signed: Boolean(app.keys), overwrite: true })",
  "ctx.set('X-Cookie', JSON.stringify(ctx.cookies.get('c') ?? null))",
  'ctx.attachment(\'nå "me".txt\')',
  'ctx.state.seen = (ctx.state.seen || 0) + 1',
  "ctx.url = '/a/rewritten?x=1'",
  "ctx.path = '/a'",
  "ctx.method = 'PUT'",
  "ctx.search = '?q=é'",
  "ctx.query = { a: ['1', '2'] }",
  "ctx.set('X-Is', String([ctx.is('json'), ctx.request.is('text', 'html')]))",
  "ctx.set('X-Accepts', String(ctx.accepts('html', 'json', 'text')))",
  "ctx.set('X-Charset', String(ctx.acceptsCharsets('utf-8', 'latin1')))",
  "ctx.set('X-Encoding', String(ctx.acceptsEncodings('gzip', 'br')))",
  "ctx.set('X-Language', String(ctx.acceptsLanguages('en', 'zh')))",
  "ctx.set('X-Host', JSON.stringify([ctx.protocol, ctx.secure, ctx.host, ctx.hostname, ctx.subdomains, ctx.ips]))",
  "ctx.set('X-Href', encodeURI(ctx.href))",
  "ctx.set('X-Fresh', String([ctx.fresh, ctx.stale, ctx.idempotent]))",
  "ctx.set('X-Request', JSON.stringify([ctx.request.length ?? null, ctx.request.type, ctx.request.charset]))",
  "ctx.set('X-Response', JSON.stringify([ctx.status, ctx.message, ctx.length ?? null, ctx.response.type]))",
  "ctx.assert(ctx.query.deny === undefined, 403, 'denied')",
  'ctx.respond = ctx.query.mute === undefined',
  'ctx.body = null',
  "ctx.body = 'early'",
] as const

export const endings = [
  'await next()',
  'await next()',
  'await next()',
  'return next()',
  'next()',
  'await next(); await next()',
  'try { await next() } catch (err) { ctx.status = 500; ctx.body = String(err && err.message) }',
  "try { await next() } finally { ctx.append('X-Finally', 'yes') }",
  "throw new Error('thrown')",
  "throw Object.assign(new Error('coded'), { status: 422, expose: true, headers: { 'X-Coded': '1' } })",
  "throw Object.assign(new Error('gone'), { code: 'ENOENT' })",
  "throw 'text'",
  'throw null',
  "ctx.throw(418, 'a teapot', { headers: { 'X-Thrown': '1' } })",
  'ctx.throw(999)',
  'ctx.throw()',
  "ctx.body = 'text é'",
  "ctx.body = '  <p>html'",
  "ctx.body = ''",
  'ctx.body = undefined',
  'ctx.body = 5',
  'ctx.body = true',
  "ctx.body = { a: 'é<&>', n: null, u: undefined }",
  'ctx.body = [ctx.url, ctx.originalUrl, ctx.path, ctx.querystring, ctx.params ?? null]',
  'ctx.body = { ...ctx.query }',
  'ctx.body = ctx.state.seen ?? null',
  "ctx.body = ctx.get('Cookie') + ctx.get('X-None')",
  'ctx.body = Buffer.from([0, 255, 10])',
  "ctx.body = new Blob(['blob'], { type: 'text/css' })",
  "ctx.body = new Blob(['web']).stream()",
  "ctx.body = new Response('fetched', { status: 203, headers: { 'x-fetched': '1' } })",
  'ctx.body = { toJSON: () => { throw new Error("unwritable") } }',
  "ctx.redirect('/elsewhere?é=\"')",
  "ctx.redirect('/see'); ctx.status = 303",
  "ctx.back('/home')",
  "ctx.status = 204; ctx.body = 'none'",
  'ctx.status = 1000',
  "ctx.set('X-Bad', 'a\\nb')",
  "ctx.respond = false; ctx.res.end('by hand')",
  "ctx.res.end('past Koa')",
  "ctx.flushHeaders(); ctx.body = 'flushed'",
  'ctx.body = ctx.shared ?? null',
  'ctx.body = JSON.stringify(ctx)',
  'ctx.req.destroy()',
  'ctx.body = ctx._matchedRoute ?? null',
  "ctx.body = ctx.router ? ctx.router.url('named', { id: 'é/7' }) : null",
] as const

const handler = (body: string) => `async function (ctx, next) {\n${body}\n}`
const list = (handlers: readonly string[]) => handlers.map(handler).join(', ')

const router =
  (options: string, after: string): Form =>
  ({ owner, name, path, handlers, inner }) =>
    [
      `const ${name} = new Router(${options})`,
      `${name}.get('named', ${path}, ${list(handlers)})`,
      inner,
      `${owner}.use(${name}.routes())${after.replaceAll('$', name).replaceAll('@', owner)}`,
    ]
      .filter((line) => line !== '')
      .join('\n')

/** Registrations by path need a router: one that the owner gets on the spot. */
const routed =
  (register: (path: string, handlers: string) => string): Form =>
  ({ owner, path, handlers }) =>
    `${owner}.use(new Router()${register(path, list(handlers))}.routes())`

export const forms: Readonly<Record<string, Form>> = {
  use: ({ owner, handlers }) => handlers.map((body) => `${owner}.use(${handler(body)})`).join('\n'),
  'use again': ({ owner, handlers }) =>
    handlers.map((body) => `${owner}.use(${handler(body)})`).join('\n'),
  get: routed((path, handlers) => `.get(${path}, ${handlers})`),
  post: routed((path, handlers) => `.post(${path}, ${handlers})`),
  all: routed((path, handlers) => `.all(${path}, ${handlers})`),
  'use here': routed(
    (path, handlers) =>
      `.use(${path}, ${handlers}).get(${path}, (ctx) => { ctx.body = ctx.routerPath ?? 'here' })`,
  ),
  param: routed(
    (path, handlers) =>
      `.param('id', (id, ctx, next) => { ctx.append('X-Id', encodeURIComponent(id)); return next() }).get(${path}, ${handlers})`,
  ),
  redirect: routed((path) => `.redirect(${path}, '/a', 302)`),
  router: router('', '\n@.use($.allowedMethods())'),
  'router with a prefix': router("{ prefix: '/a', strict: true, sensitive: true }", ''),
  'router that is exclusive': router(
    '{ exclusive: true }',
    '\n@.use($.allowedMethods({ throw: true }))',
  ),
}
