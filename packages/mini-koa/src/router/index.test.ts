import { describe, expect, it } from 'vitest'
import { type Case, compareRouters, type Library, mini, upstream } from '../../test/compare.ts'
import type { MatchResult, Router, RouterMiddleware } from './index.ts'

type Fill = (router: Router, library: Library) => unknown

function row(it: string, ask: Case['ask'] | string, router: Fill, shows: Case['shows']) {
  return { it, router, shows, ask: typeof ask === 'string' ? { target: ask } : ask }
}

/** Tells all that the router says of the request. */
const tell: RouterMiddleware = (ctx) => {
  ctx.body = {
    params: ctx.params,
    same: ctx.params === ctx.request.params,
    captures: ctx.captures,
    matched: ctx.matched?.map(({ path, methods, name }) => [String(path), methods, name]),
    routed: [ctx.routeMatched, String(ctx.routerPath), ctx.routerName],
    route: [String(ctx._matchedRoute), ctx._matchedRouteName],
    router: typeof ctx.router.url,
  }
}

/** Notes a name and goes on. */
const note =
  (name: string): RouterMiddleware =>
  async (ctx, next) => {
    ctx.body = `${ctx.body ?? ''}${name}`
    await next()
  }

/** Paths, with requests that fit and others that do not, or only just. */
// biome-ignore format: a table
const paths: readonly [path: string | RegExp, fit: string[], others: string[]][] = [
  ['/', ['/', '//', '/?a=1'], ['/x']],
  ['/users', ['/users', '/users/', '/USERS', '/users?x=/'], ['/users//', '/user', '/users/1']],
  ['/users/', ['/users/', '/users//'], ['/users']],
  ['/users/:id', ['/users/1', '/users/1/', '/users/a%20b', '/users/%E4%BD%A0', '/users/%zz', '/users/a%2Fb', '/Users/X'], ['/users/', '/users/a/b']],
  ['/:from-:to', ['/a-b', '/a-b-c'], ['/ab', '/-']],
  ['/:file.:ext', ['/a.b', '/a.b.c'], ['/a']],
  ['/files/*path', ['/files/a', '/files/a/b%20c'], ['/files/', '/files']],
  ['/*path/end', ['/a/end', '/a/b/end'], ['/end']],
  ['/a{/:b}', ['/a', '/a/', '/a/b'], ['/a/b/c', '/ab']],
  ['/a{/:b{/:c}}/d', ['/a/d', '/a/1/d', '/a/1/2/d'], ['/a/1/2/3/d']],
  ['/a{.:ext}', ['/a', '/a.json'], ['/a.']],
  ['/:"two words"', ['/x'], ['/']],
  ['/lit\\:eral', ['/lit:eral'], ['/literal']],
  ['/ä/:ü', [], ['/%C3%A4/1']],
  [/^\/r(\d+)$/, ['/r12'], ['/r', '/rx']],
  [/any/i, ['/is/ANY/where'], ['/no']],
  [/^\/(?<named>[a-z]+)$/, ['/abc'], ['/123']],
  ['no-slash', [], ['/no-slash', '/']],
]

// In a crowd the router looks its layers up; alone it just asks them.
for (const crowd of [0, 8]) {
  for (const [path, fit, others] of paths) {
    const fill: Fill = (router) => {
      for (let at = 0; at < crowd; at += 1) router.get(`/crowd/${at}`, () => {})
      router.get(path as string, tell)
      for (let at = 0; at < crowd; at += 1) router.all(`/crowd${at}/:x`, () => {})
    }
    compareRouters(`router.get('${path}')${crowd ? ' in a crowd' : ''}`, [
      ...fit.map((target) => row(`answers ${target}`, target, fill, 200)),
      ...others.map((target) => row(`does not answer ${target}`, target, fill, 404)),
    ])
  }
}

// biome-ignore format: a table
compareRouters('router.verb(path, ...middleware)', [
  row('runs them in order', '/', (r) => r.get('/', note('a'), note('b'), note('c')), { status: 200, body: 'abc' }),
  row('runs every route that fits', '/a', (r) => r.get('/a', note('1')).get('/:x', note('2')).all('/a', note('3')).post('/a', note('4')), { status: 200, body: '123' }),
  row('goes on to the app', '/', (r) => r.get('/', (_, next) => next()), { status: 404, body: 'Not Found' }),
  row('goes no further than it is told', '/', (r) => r.get('/', (ctx) => { ctx.body = 'end' }).get('/', note('no')), { status: 200, body: 'end' }),
  row('answers HEAD for GET', { method: 'HEAD' }, (r) => r.get('/', tell), { status: 200, body: '' }),
  row('answers each method', { method: 'PATCH' }, (r) => r.patch('/', note('patch')), { status: 200, body: 'patch' }),
  row('answers DELETE for del', { method: 'DELETE' }, (r) => r.del('/', note('del')), { status: 200, body: 'del' }),
  row('answers rarer methods', { method: 'PROPFIND' }, (r) => r.propfind('/', note('found')), { status: 200, body: 'found' }),
  row('answers every method for all', { method: 'LINK' }, (r) => r.all('/', note('all')), { status: 200, body: 'all' }),
  row('takes several paths', [{ target: '/b/2' }, { target: '/a/1' }], (r) => r.get(['/a/:x', '/b/:y'], tell), 200),
  row('takes a name', '/u/1', (r) => r.get('user', '/u/:id', tell), { status: 200, body: /"routed":\[true,"\/u\/:id","user"\]/ }),
  row('takes a name for a RegExp', '/u/1', (r) => r.get('user', /^\/u\/(\d)/, tell), 200),
  row('tells a stack of layers', '/a/1', (r) => r.use(note('')).get('one', '/a/:x', note('')).get('two', '/:y/:z', tell), { status: 200, body: /"params":\{"x":"1","y":"a","z":"1"\}/ }),
  row('passes errors on', '/', (r) => r.get('/', () => { throw Object.assign(new Error('x'), { status: 418 }) }), 418),
  row('does not decode what it cannot', '/%zz', (r) => r.get('/:x', tell), { status: 200, body: /"%zz"/ }),
  row('has params that objects inherit', '/1/2', (r) => r.get('/:constructor/:toString', tell), 200),
])

// biome-ignore format: a table
compareRouters('router.use(…)', [
  row('runs where a route fits', '/a', (r) => r.use(note('u')).get('/a', note('g')), { status: 200, body: 'ug' }),
  row('does not run where none does', '/b', (r) => r.use(note('u')).get('/a', note('g')), 404),
  row('runs below a path', [{ target: '/x/a' }, { target: '/a' }], (r) => r.use('/a', note('u')).get('/:x', note('g')).get('/:x/:y', note('h')), { status: 200, body: 'ug' }),
  row('runs below a path, not beside it', '/ab', (r) => r.use('/a', note('u')).get('/ab', note('g')), { status: 200, body: 'g' }),
  row('runs at the root only', [{ target: '/a' }, { target: '/' }], (r) => r.use('/', note('u')).get('/', note('g')).get('/a', note('h')), { status: 200, body: 'ug' }),
  row('runs anywhere for an empty path', '/a/b', (r) => r.use('', note('u')).get('/a/b', tell), 200),
  row('has the params of its path', '/1/a', (r) => r.use('/:id', tell).get('/:x/a', note('')), { status: 200, body: /"id":"1"/ }),
  row('runs for a RegExp', '/abc', (r) => r.use(/b/, note('u')).get('/abc', note('g')), { status: 200, body: 'ug' }),
  row('runs for several paths', [{ target: '/c' }, { target: '/b' }], (r) => r.use(['/a', '/b'], note('u')).get('/:x', note('g')), { status: 200, body: 'ug' }),
  row('runs several', '/a', (r) => r.use(note('1'), note('2')).get('/a', note('3')), { status: 200, body: '123' }),
  row('captures nothing of its own accord', '/a', (r) => r.use(tell).get('/a', note('g')), { status: 200, body: /"captures":\[\]/ }),
])

// biome-ignore format: a table
compareRouters('nested routers', [
  row('stand below a path', '/outer/inner', (r, { Router }) => r.use('/outer', new Router().get('/inner', tell).routes()), 200),
  row('stand below a path with params', '/1/inner/2', (r, { Router }) => r.use('/:a', new Router().get('/inner/:b', tell).routes()), { status: 200, body: /"params":\{"a":"1","b":"2"\}/ }),
  row('bring their middleware', '/x/a', (r, { Router }) => r.use('/x', new Router().use(note('u')).get('/a', note('g')).routes()), { status: 200, body: 'ug' }),
  row('bring their middleware below params', '/1/a', (r, { Router }) => r.use('/:id', new Router().use(tell).get('/a', note('g')).routes()), { status: 200, body: /"id":"1"/ }),
  row('keep their prefix', '/p/q/a', (r, { Router }) => r.use('/p', new Router({ prefix: '/q' }).get('/a', tell).routes()), 200),
  row('stand below a router’s prefix', '/p/x/a', (r, { Router }) => { r.prefix('/p'); r.use('/x', new Router().get('/a', tell).routes()) }, 200),
  row('stand at several places', [{ target: '/b/x' }, { target: '/a/x' }], (r, { Router }) => { const inner = new Router().get('/x', tell).routes(); r.use('/a', inner).use('/b', inner) }, 200),
  row('stand in routers that stand in routers', '/1/2/3', (r, { Router }) => r.use('/:a', new Router().use('/:b', new Router().get('/:c', tell).routes()).routes()), { status: 200, body: /"a":"1","b":"2","c":"3"/ }),
  row('answer at their root', [{ target: '/a/' }, { target: '/a' }], (r, { Router }) => r.use('/a', new Router().get('/', tell).routes()), 200),
  row('are copied', '/a/late', (r, { Router }) => { const inner = new Router(); r.use('/a', inner.routes()); inner.get('/late', tell) }, 404),
  row('get the params of the outer router', '/1', (r, { Router }) => { r.param('id', (id, ctx, next) => { ctx.state['id'] = `p${id}`; return next() }); r.use(new Router().get('/:id', (ctx) => { ctx.body = ctx.state['id'] }).routes()) }, { status: 200, body: 'p1' }),
  row('share an app', '/b', (r, { Router }) => { r.get('/a', note('a')); r.use(new Router().get('/b', tell).routes()) }, 200),
  row('answer 405 together', { method: 'POST', target: '/x/a' }, (r, { Router }) => r.use('/x', new Router().get('/a', note('g')).put('/a', note('p')).routes()), { status: 405, headers: { allow: 'HEAD, GET, PUT' } }),
])

// biome-ignore format: a table
compareRouters('router.prefix(path)', [
  row('stands in front of what follows', '/p/a', (r) => { r.prefix('/p'); r.get('/a', tell) }, 200),
  row('stands in front of what is there', '/p/a', (r) => { r.get('/a', tell); r.prefix('/p') }, 200),
  row('takes the place of the one before', [{ target: '/p/a' }, { target: '/q/a' }], (r) => { r.prefix('/p'); r.get('/a', tell); r.prefix('/q') }, 200),
  row('loses its last slash', '/p/a', (r) => { r.prefix('/p/'); r.get('/a', tell) }, 200),
  row('may be nothing', '/a', (r) => { r.prefix('/'); r.get('/a', tell) }, 200),
  row('has params', '/1/a', (r) => { r.prefix('/:id'); r.use(note('')).get('/a', tell) }, { status: 200, body: /"id":"1"/ }),
  row('has params for what is there', '/1/a', (r) => { r.use(note('')).get('/a', tell); r.prefix('/:id') }, { status: 200, body: /"id":"1"/ }),
  row('stands in front of the root', [{ target: '/p/' }, { target: '/p' }], (r) => { r.prefix('/p'); r.get('/', tell) }, 200),
  row('keeps others out', '/other', (r) => { r.prefix('/p'); r.use(note('u')); r.get('/a', tell) }, 404),
  row('does not move a RegExp', [{ target: '/p/x' }, { target: '/x' }], (r) => { r.prefix('/p'); r.get(/^\/x$/, tell) }, 200),
  row('moves in a crowd', '/q/c3', (r) => { for (let at = 0; at < 9; at += 1) r.get(`/c${at}`, tell); r.match('/c1', 'GET'); r.prefix('/q') }, 200),
])

/** A router of its own options below the one that is asked. */
const optioned =
  (options: ConstructorParameters<typeof Router>[0], fill: Fill): Fill =>
  (outer, library) => {
    const router = new library.Router(options as never)
    fill(router, library)
    Object.assign(outer, {
      routes: () => router.routes(),
      allowedMethods: () => router.allowedMethods(),
    })
  }

// biome-ignore format: a table
compareRouters('new Router(options)', [
  row('prefix', '/p/a', optioned({ prefix: '/p' }, (r) => r.get('/a', tell)), 200),
  row('sensitive', '/A', optioned({ sensitive: true }, (r) => r.get('/a', tell)), 404),
  row('strict', '/a/', optioned({ strict: true }, (r) => r.get('/a', tell)), 404),
  row('strict with a prefix', '/p/', optioned({ strict: true, prefix: '/p' }, (r) => r.get('/', tell)), 200),
  row('host', { headers: [['Host', 'a.example']] }, optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 200),
  row('another host', { headers: [['Host', 'b.example']] }, optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 404),
  row('one of several hosts', { headers: [['Host', 'b.example']] }, optioned({ host: ['a.example', 'b.example'] }, (r) => r.get('/', tell)), 200),
  row('hosts that match', { headers: [['Host', 'x.example']] }, optioned({ host: /\.example$/ }, (r) => r.get('/', tell)), 200),
  row('no host', { raw: 'GET / HTTP/1.0\r\n\r\n' }, optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 404),
  row('exclusive', '/a', optioned({ exclusive: true }, (r) => r.use(note('u')).get('/:x', note('1')).get('/a', note('2')).get('/*y', note('3'))), { status: 200, body: '3' }),
  row('exclusive by specificity', '/a', optioned({ exclusive: 'specificity' }, (r) => r.get('/:x', note('1')).get('/a', note('2')).get('/a', note('3'))), { status: 200, body: '2' }),
  row('methods', { method: 'PATCH' }, optioned({ methods: ['GET'] }, (r) => r.get('/', note('g'))), 501),
  row('routerPath', '/other', optioned({ routerPath: '/a' }, (r) => r.get('/a', tell)), 200),
])

// biome-ignore format: a table
compareRouters('router.allowedMethods()', [
  row('answers OPTIONS', { method: 'OPTIONS' }, (r) => r.get('/', note('g')).post('/', note('p')), { status: 200, body: '', headers: { allow: 'HEAD, GET, POST' } }),
  row('does not answer OPTIONS of nothing', { method: 'OPTIONS', target: '/x' }, (r) => r.get('/', note('g')), 404),
  row('leaves OPTIONS to its route', { method: 'OPTIONS' }, (r) => r.options('/', note('mine')), { status: 200, body: 'mine' }),
  row('answers 405', { method: 'POST' }, (r) => r.get('/', note('g')), { status: 405, body: 'Method Not Allowed', headers: { allow: 'HEAD, GET' } }),
  row('answers 501', { method: 'SEARCH' }, (r) => r.get('/', note('g')), { status: 501, headers: { allow: 'HEAD, GET' } }),
  row('answers 501 of nothing', { method: 'SEARCH', target: '/x' }, (r) => r.get('/', note('g')), 501),
  row('counts each method once', { method: 'PUT' }, (r) => r.get('/', note('1')).get('/', note('2')).all('/', (ctx) => { ctx.status = 404 }), { status: 404 }),
  row('keeps a status that was set', { method: 'POST' }, (r) => r.use((ctx, next) => { ctx.status = 403; return next() }).get('/', note('g')), 405),
  row('throws', { method: 'POST' }, (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true }) }, 405),
  row('throws what it is told', { method: 'POST' }, (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true, methodNotAllowed: () => Object.assign(new Error('mine'), { status: 410, expose: true }) }) }, { status: 410, body: 'mine' }),
  row('throws 501', { method: 'SEARCH' }, (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true }) }, 501),
  row('throws what it is told for 501', { method: 'SEARCH' }, (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true, notImplemented: () => Object.assign(new Error('mine'), { status: 418, expose: true }) }) }, { status: 418, body: 'mine' }),
])

// biome-ignore format: a table
compareRouters('router.redirect, router.on', [
  row('redirects', '/a', (r) => r.redirect('/a', '/b'), { status: 301, headers: { location: '/b' } }),
  row('redirects with a code', '/a', (r) => r.redirect('/a', '/b', 307), { status: 307 }),
  row('redirects every method', { method: 'POST', target: '/a' }, (r) => r.redirect('/a', '/b'), 301),
  row('redirects by name', '/a', (r) => { r.get('from', '/a', note('')); r.get('to', '/b', note('')); r.redirect('from', 'to') }, 301),
  row('redirects to another site', '/a', (r) => r.redirect('/a', 'https://o.example/x'), { status: 301, headers: { location: 'https://o.example/x' } }),
  row('hears of what is not found', '/x', (r) => r.get('/', note('')).on('not-found', note('a')).on((events) => events.NotFound, note('b')), { status: 200, body: 'ab' }),
  row('hears of another method', { method: 'PUT' }, (r) => r.get('/', note('')).on('not-found', note('a')), { status: 200, body: 'a' }),
])

describe.each([
  ['@koa/router', upstream],
  ['mini-koa/router', mini],
])('%s', (_, { Router }) => {
  const fn = () => {}

  it.each([
    [
      'verbs without a path',
      (r: Router) => r.get(fn as never),
      'You have to provide a path when adding a get handler',
    ],
    [
      'del without a path',
      (r: Router) => r.del(fn as never),
      'You have to provide a path when adding a delete handler',
    ],
    [
      'all without a path',
      (r: Router) => r.all([] as never),
      'You have to provide a path when adding an all handler',
    ],
    [
      'use without a middleware',
      (r: Router) => r.use('/a' as never),
      'You must provide at least one middleware function to router.use()',
    ],
    [
      'what is no function',
      (r: Router) => r.get('/a', 5 as never),
      'get `/a`: `middleware` must be a function, not `number`',
    ],
    [
      'what is no function, by name',
      (r: Router) => r.post('n', '/a', fn, null as never),
      'post `n`: `middleware` must be a function, not `object`',
    ],
    [
      'what is no function for all',
      (r: Router) => r.use({} as never),
      '`middleware` must be a function, not `object`',
    ],
    [
      'redirects to nowhere',
      (r: Router) => r.redirect('/a', 'nowhere'),
      'No route found for name: nowhere',
    ],
    [
      'redirects from nowhere',
      (r: Router) => r.redirect(Symbol('x'), '/a'),
      'No route found for name: Symbol(x)',
    ],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => wrong(new Router())).toThrow(message)
  })

  it.each(['/:', '/*', '/a?', '/(a)', '/{a', '/a}', '/[a]', '/a+', '/!', '/:id(\\d+)'])(
    'refuses the path %s',
    (path) => {
      expect(() => new Router().get(path as '/', fn)).toThrow(TypeError)
    },
  )

  it('matches, as a function', () => {
    const router = new Router().use(fn).get('one', '/a/:x', fn).post('/a/:y', fn).all(/b/, fn)
    const show = ({ path, pathAndMethod, route }: MatchResult) => ({
      path: path.map((layer) => String(layer.path)),
      pathAndMethod: pathAndMethod.map((layer) => String(layer.path)),
      route,
    })
    expect(show(router.match('/a/1', 'get'))).toEqual({
      path: ['(?:\\/|$)', '/a/:x', '/a/:y'],
      pathAndMethod: ['(?:\\/|$)', '/a/:x'],
      route: true,
    })
    expect(router.match('/none', 'GET').route).toBe(false)
    expect(router.route('one')).toBe(router.stack[1])
    expect(router.route('two')).toBe(false)
  })

  it('sees layers that are put into its stack by hand', () => {
    const router = new Router()
    for (const path of ['/a', '/b', '/c', '/d', '/e', '/f']) router.get(path, fn)
    expect(router.match('/a', 'GET').route).toBe(true)
    const [first] = router.stack.splice(0, 1)
    expect(router.match('/a', 'GET').route).toBe(false)
    router.stack.push(first as never)
    expect(router.match('/a', 'GET').route).toBe(true)
    router.stack = []
    expect(router.match('/b', 'GET').route).toBe(false)
  })

  it('knows its hosts', () => {
    expect(new Router().matchHost('a')).toBe(true)
    expect(new Router({ host: 'a' }).matchHost()).toBe(false)
    expect(new Router({ host: ['a', 'b'] }).matchHost('b')).toBe(true)
    expect(new Router({ host: /c/ }).matchHost('abc')).toBe(true)
    expect(new Router({ host: 5 as never }).matchHost('5')).toBe(false)
  })

  it('registers by hand', () => {
    const router = new Router()
    expect(router.register('/a', ['get'], fn)).toBe(router.stack[0])
    expect(router.register(['/b', '/c'], ['put', 'get'], [fn], { name: 'x' })).toBe(router)
    expect(router.stack.map(({ path, methods, name }) => [path, methods, name])).toEqual([
      ['/a', ['HEAD', 'GET'], undefined],
      ['/b', ['HEAD', 'PUT', 'GET'], 'x'],
      ['/c', ['HEAD', 'PUT', 'GET'], 'x'],
    ])
  })

  it('gives routes that know their router', () => {
    const router = new Router()
    expect(router.routes().router).toBe(router)
    expect(router.middleware().router).toBe(router)
  })
})
