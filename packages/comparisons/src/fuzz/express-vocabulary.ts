/**
 * What random Express programs are made of.
 *
 * @module
 */
import type { Form } from './programs.ts'

export const head = 'const app = express()'

/** Production: pages of errors then hold no stack, which is where a mini is meant to differ. */
export const tail = "app.set('env', 'production')\nreturn app"

export const setup = [
  'app.use(express.json())',
  "app.use(express.json({ limit: 20, strict: false, type: '*/*' }))",
  'app.use(express.urlencoded())',
  'app.use(express.urlencoded({ extended: true, parameterLimit: 3, depth: 2 }))',
  'app.use(express.text())',
  "app.use(express.raw({ type: () => true, limit: '40b' }))",
  "app.disable('x-powered-by')",
  "app.disable('etag')",
  "app.set('etag', 'strong')",
  "app.enable('case sensitive routing')",
  "app.enable('strict routing')",
  "app.enable('trust proxy')",
  "app.set('trust proxy', 1)",
  "app.set('trust proxy', 'loopback')",
  "app.set('query parser', 'extended')",
  "app.set('query parser', false)",
  "app.set('json spaces', 2)",
  "app.enable('json escape')",
  "app.set('subdomain offset', 1)",
  "app.set('jsonp callback name', 'cb')",
  "app.param('id', (req, res, next, id) => { res.append('X-Id', encodeURIComponent(id)); next() })",
  "app.param('id', (req, res, next, id) => next(id === '7' ? undefined : new Error('no ' + encodeURIComponent(id))))",
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
  '/*rest',
  '{/*rest}/b',
  '/:x-:id',
  '/é',
  '/a%20b',
] as const

/** Done in passing. */
export const statements = [
  'await wait(0)',
  'await null',
  'await next()',
  'res.status(201)',
  'res.status(304)',
  'res.status(204)',
  'res.statusCode = 503',
  "res.set('X-A', 'a')",
  "res.set({ 'X-B': ['1', '2'], ETag: '\"tag\"' })",
  "res.append('X-A', req.method)",
  "res.append('Vary', 'X-A')",
  "res.vary(['Accept', 'X-B'])",
  "res.type('json')",
  "res.type('text/html; charset=utf-8')",
  "res.set('Content-Type', 'text/plain')",
  "res.cookie('c', 'a b;é', { httpOnly: true, path: '/a' })",
  "res.cookie('j', { a: [1] }, { maxAge: 0, sameSite: 'lax' })",
  "res.clearCookie('c')",
  "res.links({ next: '/n?a=1', last: '/l' })",
  "res.location('/há?q=é|%zz')",
  'res.attachment(\'nå "me".txt\')',
  "res.set('Last-Modified', 'Tue, 01 Jan 2030 00:00:00 GMT')",
  "res.set('Content-Length', '3')",
  "res.removeHeader('Content-Type')",
  'res.locals.seen = (res.locals.seen || 0) + 1',
  "req.url = '/a/rewritten?x=1'",
  "req.method = 'PUT'",
  "if (req.query.skip !== undefined) return next('route')",
  "if (req.is('json')) res.set('X-Is', String(req.is('json', 'html')))",
  "res.set('X-Accepts', String(req.accepts(['html', 'json', 'text'])))",
  "res.set('X-Charset', String(req.acceptsCharsets('utf-8', 'latin1')))",
  "res.set('X-Encoding', String(req.acceptsEncodings('gzip', 'br')))",
  "res.set('X-Language', String(req.acceptsLanguages('en', 'zh')))",
  "res.set('X-Range', JSON.stringify(req.range(100) ?? null))",
  "res.set('X-Host', JSON.stringify([req.protocol, req.secure, req.hostname ?? null, req.subdomains, req.ips]))",
  "res.set('X-Fresh', String([req.fresh, req.stale, req.xhr]))",
  "res.set('X-Get', JSON.stringify([req.get('x-a') ?? null, req.header('Referrer') ?? null]))",
  "res.set('X-Sent', String(res.headersSent))",
] as const

/** What mostly comes last. */
export const endings = [
  'next()',
  'next()',
  'next()',
  'return next()',
  "next('route')",
  "next('router')",
  "next(new Error('handed on'))",
  "next(Object.assign(new Error('gone <é>'), { status: 410, expose: true, headers: { 'X-Gone': '1' } }))",
  'next(0)',
  "next('text')",
  "throw new Error('thrown')",
  "throw Object.assign(new Error('coded'), { statusCode: 422 })",
  'throw null',
  'next(); next()',
  "res.send('text é')",
  "res.send('')",
  'res.send()',
  'res.send(null)',
  'res.send(5)',
  'res.send(true)',
  "res.send({ a: 'é<&>', n: null, u: undefined })",
  'res.send(Buffer.from([0, 255, 10]))',
  'res.send(new Uint8Array([1, 2]))',
  "res.send('one'); res.send('two')",
  "res.send('sent'); next()",
  "res.send('sent'); next(new Error('late'))",
  'res.json([req.url, req.originalUrl, req.baseUrl, req.path, req.params])',
  'res.json(req.query)',
  'res.json(req.body ?? null)',
  "res.json(req.get('Cookie') ?? null)",
  "res.json(res.locals.seen ?? 'unseen')",
  'res.json(req.route ? req.route.path : null)',
  'res.jsonp({ a: "\\u2028<" })',
  'res.status(501).end()',
  "res.end('by hand')",
  "res.write('part'); res.end()",
  'res.sendStatus(418)',
  'res.sendStatus(799)',
  'res.status(1000)',
  "res.redirect('/elsewhere?é=\"')",
  "res.redirect(303, '/see')",
  "res.redirect('back')",
  "res.format({ text: () => res.send('t'), html: () => res.send('<p>h'), json: () => res.json(['j']) })",
  "res.format({ json: () => res.json(1), default: () => res.send('d') })",
  "res.sendFile('/nowhere/at/all')",
  "res.set('X-Bad', 'a\\nb')",
  "req.on('end', () => res.send('ended')).resume()",
  'req.destroy()',
  "res.flushHeaders(); res.end('flushed')",
] as const

const handler = (body: string) => `async function (req, res, next) {\n${body}\n}`
const plain = (body: string) => `function (req, res, next) {\n${body.replaceAll('await ', '')}\n}`
const recover = (body: string) =>
  `function (err, req, res, next) {\n  if (!res.headersSent) res.append('X-Caught', encodeURIComponent(err))\n${body.replaceAll('await ', '')}\n}`

const list = (handlers: readonly string[], write: (body: string) => string) =>
  handlers.map(write).join(', ')

const router =
  (options: string): Form =>
  ({ owner, name, path, inner }) =>
    `const ${name} = express.Router(${options})\n${inner}\n${owner}.use(${path}, ${name})`

export const forms: Readonly<Record<string, Form>> = {
  use: ({ owner, path, handlers }) => `${owner}.use(${path}, ${list(handlers, handler)})`,
  'use everywhere': ({ owner, handlers }) => `${owner}.use(${list(handlers, plain)})`,
  'use several': ({ owner, path, handlers }) =>
    `${owner}.use([${path}, /^\\/r(e)g/i], [${list(handlers, plain)}])`,
  get: ({ owner, path, handlers }) => `${owner}.get(${path}, ${list(handlers, handler)})`,
  'get sync': ({ owner, path, handlers }) => `${owner}.get(${path}, ${list(handlers, plain)})`,
  post: ({ owner, path, handlers }) => `${owner}.post(${path}, ${list(handlers, handler)})`,
  all: ({ owner, path, handlers }) => `${owner}.all(${path}, ${list(handlers, handler)})`,
  route: ({ owner, path, handlers }) =>
    `${owner}.route(${path}).get(${list(handlers, plain)}).put(${list(handlers, handler)})`,
  error: ({ owner, handlers }) => `${owner}.use(${list(handlers, recover)})`,
  'error here': ({ owner, path, handlers }) => `${owner}.use(${path}, ${list(handlers, recover)})`,
  router: router(''),
  'router, merging': router('{ mergeParams: true, strict: true, caseSensitive: true }'),
  app: ({ owner, name, path, inner }) =>
    `const ${name} = express()\n${inner}\n${owner}.use(${path}, ${name})`,
}
