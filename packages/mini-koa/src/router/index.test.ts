import { describe, expect, it } from 'vitest'
import {
  describePrograms,
  describeRouters,
  type Fill,
  type Library,
  mini,
  routerPair,
  upstream,
} from '../../test/pair.ts'
import type { MatchResult, Router, RouterMiddleware } from './index.ts'

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
    describeRouters(`router.get('${path}')${crowd ? ' in a crowd' : ''}`, [
      ...fit.map((target) => [`answers ${target}`, fill, 200, target] as const),
      ...others.map((target) => [`does not answer ${target}`, fill, 404, target] as const),
    ])
  }
}

// biome-ignore format: a table
describeRouters('router.verb(path, ...middleware)', [
  ['runs them in order', (r) => r.get('/', note('a'), note('b'), note('c')), { status: 200, body: 'abc' }, '/'],
  ['runs every route that fits', (r) => r.get('/a', note('1')).get('/:x', note('2')).all('/a', note('3')).post('/a', note('4')), { status: 200, body: '123' }, '/a'],
  ['goes on to the app', (r) => r.get('/', (_, next) => next()), { status: 404, body: 'Not Found' }, '/'],
  ['goes no further than it is told', (r) => r.get('/', (ctx) => { ctx.body = 'end' }).get('/', note('no')), { status: 200, body: 'end' }, '/'],
  ['answers HEAD for GET', (r) => r.get('/', tell), { status: 200, body: '' }, { method: 'HEAD' }],
  ['answers each method', (r) => r.patch('/', note('patch')), { status: 200, body: 'patch' }, { method: 'PATCH' }],
  ['answers DELETE for del', (r) => r.del('/', note('del')), { status: 200, body: 'del' }, { method: 'DELETE' }],
  ['answers rarer methods', (r) => r.propfind('/', note('found')), { status: 200, body: 'found' }, { method: 'PROPFIND' }],
  ['answers every method for all', (r) => r.all('/', note('all')), { status: 200, body: 'all' }, { method: 'LINK' }],
  ['takes several paths', (r) => r.get(['/a/:x', '/b/:y'], tell), 200, [{ target: '/b/2' }, { target: '/a/1' }]],
  ['takes a name', (r) => r.get('user', '/u/:id', tell), { status: 200, body: /"routed":\[true,"\/u\/:id","user"\]/ }, '/u/1'],
  ['takes a name for a RegExp', (r) => r.get('user', /^\/u\/(\d)/, tell), 200, '/u/1'],
  ['tells a stack of layers', (r) => r.use(note('')).get('one', '/a/:x', note('')).get('two', '/:y/:z', tell), { status: 200, body: /"params":\{"x":"1","y":"a","z":"1"\}/ }, '/a/1'],
  ['passes errors on', (r) => r.get('/', () => { throw Object.assign(new Error('x'), { status: 418 }) }), 418, '/'],
  ['does not decode what it cannot', (r) => r.get('/:x', tell), { status: 200, body: /"%zz"/ }, '/%zz'],
  ['has params that objects inherit', (r) => r.get('/:constructor/:toString', tell), 200, '/1/2'],
])

// biome-ignore format: a table
describeRouters('router.use(…)', [
  ['runs where a route fits', (r) => r.use(note('u')).get('/a', note('g')), { status: 200, body: 'ug' }, '/a'],
  ['does not run where none does', (r) => r.use(note('u')).get('/a', note('g')), 404, '/b'],
  ['runs below a path', (r) => r.use('/a', note('u')).get('/:x', note('g')).get('/:x/:y', note('h')), { status: 200, body: 'ug' }, [{ target: '/x/a' }, { target: '/a' }]],
  ['runs below a path, not beside it', (r) => r.use('/a', note('u')).get('/ab', note('g')), { status: 200, body: 'g' }, '/ab'],
  ['runs at the root only', (r) => r.use('/', note('u')).get('/', note('g')).get('/a', note('h')), { status: 200, body: 'ug' }, [{ target: '/a' }, { target: '/' }]],
  ['runs anywhere for an empty path', (r) => r.use('', note('u')).get('/a/b', tell), 200, '/a/b'],
  ['has the params of its path', (r) => r.use('/:id', tell).get('/:x/a', note('')), { status: 200, body: /"id":"1"/ }, '/1/a'],
  ['runs for a RegExp', (r) => r.use(/b/, note('u')).get('/abc', note('g')), { status: 200, body: 'ug' }, '/abc'],
  ['runs for several paths', (r) => r.use(['/a', '/b'], note('u')).get('/:x', note('g')), { status: 200, body: 'ug' }, [{ target: '/c' }, { target: '/b' }]],
  ['runs several', (r) => r.use(note('1'), note('2')).get('/a', note('3')), { status: 200, body: '123' }, '/a'],
  ['captures nothing of its own accord', (r) => r.use(tell).get('/a', note('g')), { status: 200, body: /"captures":\[\]/ }, '/a'],
])

// biome-ignore format: a table
describeRouters('nested routers', [
  ['stand below a path', (r, { Router }) => r.use('/outer', new Router().get('/inner', tell).routes()), 200, '/outer/inner'],
  ['stand below a path with params', (r, { Router }) => r.use('/:a', new Router().get('/inner/:b', tell).routes()), { status: 200, body: /"params":\{"a":"1","b":"2"\}/ }, '/1/inner/2'],
  ['bring their middleware', (r, { Router }) => r.use('/x', new Router().use(note('u')).get('/a', note('g')).routes()), { status: 200, body: 'ug' }, '/x/a'],
  ['bring their middleware below params', (r, { Router }) => r.use('/:id', new Router().use(tell).get('/a', note('g')).routes()), { status: 200, body: /"id":"1"/ }, '/1/a'],
  ['keep their prefix', (r, { Router }) => r.use('/p', new Router({ prefix: '/q' }).get('/a', tell).routes()), 200, '/p/q/a'],
  ['stand below a router’s prefix', (r, { Router }) => { r.prefix('/p'); r.use('/x', new Router().get('/a', tell).routes()) }, 200, '/p/x/a'],
  ['stand at several places', (r, { Router }) => { const inner = new Router().get('/x', tell).routes(); r.use('/a', inner).use('/b', inner) }, 200, [{ target: '/b/x' }, { target: '/a/x' }]],
  ['stand in routers that stand in routers', (r, { Router }) => r.use('/:a', new Router().use('/:b', new Router().get('/:c', tell).routes()).routes()), { status: 200, body: /"a":"1","b":"2","c":"3"/ }, '/1/2/3'],
  ['answer at their root', (r, { Router }) => r.use('/a', new Router().get('/', tell).routes()), 200, [{ target: '/a/' }, { target: '/a' }]],
  ['are copied', (r, { Router }) => { const inner = new Router(); r.use('/a', inner.routes()); inner.get('/late', tell) }, 404, '/a/late'],
  ['get the params of the outer router', (r, { Router }) => { r.param('id', (id, ctx, next) => { ctx.state['id'] = `p${id}`; return next() }); r.use(new Router().get('/:id', (ctx) => { ctx.body = ctx.state['id'] }).routes()) }, { status: 200, body: 'p1' }, '/1'],
  ['share an app', (r, { Router }) => { r.get('/a', note('a')); r.use(new Router().get('/b', tell).routes()) }, 200, '/b'],
  ['answer 405 together', (r, { Router }) => r.use('/x', new Router().get('/a', note('g')).put('/a', note('p')).routes()), { status: 405, headers: { allow: 'HEAD, GET, PUT' } }, { method: 'POST', target: '/x/a' }],
])

// biome-ignore format: a table
describeRouters('router.prefix(path)', [
  ['stands in front of what follows', (r) => { r.prefix('/p'); r.get('/a', tell) }, 200, '/p/a'],
  ['stands in front of what is there', (r) => { r.get('/a', tell); r.prefix('/p') }, 200, '/p/a'],
  ['takes the place of the one before', (r) => { r.prefix('/p'); r.get('/a', tell); r.prefix('/q') }, 200, [{ target: '/p/a' }, { target: '/q/a' }]],
  ['loses its last slash', (r) => { r.prefix('/p/'); r.get('/a', tell) }, 200, '/p/a'],
  ['may be nothing', (r) => { r.prefix('/'); r.get('/a', tell) }, 200, '/a'],
  ['has params', (r) => { r.prefix('/:id'); r.use(note('')).get('/a', tell) }, { status: 200, body: /"id":"1"/ }, '/1/a'],
  ['has params for what is there', (r) => { r.use(note('')).get('/a', tell); r.prefix('/:id') }, { status: 200, body: /"id":"1"/ }, '/1/a'],
  ['stands in front of the root', (r) => { r.prefix('/p'); r.get('/', tell) }, 200, [{ target: '/p/' }, { target: '/p' }]],
  ['keeps others out', (r) => { r.prefix('/p'); r.use(note('u')); r.get('/a', tell) }, 404, '/other'],
  ['does not move a RegExp', (r) => { r.prefix('/p'); r.get(/^\/x$/, tell) }, 200, [{ target: '/p/x' }, { target: '/x' }]],
  ['moves in a crowd', (r) => { for (let at = 0; at < 9; at += 1) r.get(`/c${at}`, tell); r.match('/c1', 'GET'); r.prefix('/q') }, 200, '/q/c3'],
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
describeRouters('new Router(options)', [
  ['prefix', optioned({ prefix: '/p' }, (r) => r.get('/a', tell)), 200, '/p/a'],
  ['sensitive', optioned({ sensitive: true }, (r) => r.get('/a', tell)), 404, '/A'],
  ['strict', optioned({ strict: true }, (r) => r.get('/a', tell)), 404, '/a/'],
  ['strict with a prefix', optioned({ strict: true, prefix: '/p' }, (r) => r.get('/', tell)), 200, '/p/'],
  ['host', optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 200, { headers: [['Host', 'a.example']] }],
  ['another host', optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 404, { headers: [['Host', 'b.example']] }],
  ['one of several hosts', optioned({ host: ['a.example', 'b.example'] }, (r) => r.get('/', tell)), 200, { headers: [['Host', 'b.example']] }],
  ['hosts that match', optioned({ host: /\.example$/ }, (r) => r.get('/', tell)), 200, { headers: [['Host', 'x.example']] }],
  ['no host', optioned({ host: 'a.example' }, (r) => r.get('/', tell)), 404, { raw: 'GET / HTTP/1.0\r\n\r\n' }],
  ['exclusive', optioned({ exclusive: true }, (r) => r.use(note('u')).get('/:x', note('1')).get('/a', note('2')).get('/*y', note('3'))), { status: 200, body: '3' }, '/a'],
  ['exclusive by specificity', optioned({ exclusive: 'specificity' }, (r) => r.get('/:x', note('1')).get('/a', note('2')).get('/a', note('3'))), { status: 200, body: '2' }, '/a'],
  ['methods', optioned({ methods: ['GET'] }, (r) => r.get('/', note('g'))), 501, { method: 'PATCH' }],
  ['routerPath', optioned({ routerPath: '/a' }, (r) => r.get('/a', tell)), 200, '/other'],
])

// biome-ignore format: a table
describeRouters('router.allowedMethods()', [
  ['answers OPTIONS', (r) => r.get('/', note('g')).post('/', note('p')), { status: 200, body: '', headers: { allow: 'HEAD, GET, POST' } }, { method: 'OPTIONS' }],
  ['does not answer OPTIONS of nothing', (r) => r.get('/', note('g')), 404, { method: 'OPTIONS', target: '/x' }],
  ['leaves OPTIONS to its route', (r) => r.options('/', note('mine')), { status: 200, body: 'mine' }, { method: 'OPTIONS' }],
  ['answers 405', (r) => r.get('/', note('g')), { status: 405, body: 'Method Not Allowed', headers: { allow: 'HEAD, GET' } }, { method: 'POST' }],
  ['answers 501', (r) => r.get('/', note('g')), { status: 501, headers: { allow: 'HEAD, GET' } }, { method: 'SEARCH' }],
  ['answers 501 of nothing', (r) => r.get('/', note('g')), 501, { method: 'SEARCH', target: '/x' }],
  ['counts each method once', (r) => r.get('/', note('1')).get('/', note('2')).all('/', (ctx) => { ctx.status = 404 }), { status: 404 }, { method: 'PUT' }],
  ['keeps a status that was set', (r) => r.use((ctx, next) => { ctx.status = 403; return next() }).get('/', note('g')), 405, { method: 'POST' }],
  ['throws', (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true }) }, 405, { method: 'POST' }],
  ['throws what it is told', (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true, methodNotAllowed: () => Object.assign(new Error('mine'), { status: 410, expose: true }) }) }, { status: 410, body: 'mine' }, { method: 'POST' }],
  ['throws 501', (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true }) }, 501, { method: 'SEARCH' }],
  ['throws what it is told for 501', (r) => { r.get('/', note('g')); const { allowedMethods } = r; r.allowedMethods = () => allowedMethods.call(r, { throw: true, notImplemented: () => Object.assign(new Error('mine'), { status: 418, expose: true }) }) }, { status: 418, body: 'mine' }, { method: 'SEARCH' }],
])

// biome-ignore format: a table
describeRouters('router.redirect, router.on', [
  ['redirects', (r) => r.redirect('/a', '/b'), { status: 301, headers: { location: '/b' } }, '/a'],
  ['redirects with a code', (r) => r.redirect('/a', '/b', 307), { status: 307 }, '/a'],
  ['redirects every method', (r) => r.redirect('/a', '/b'), 301, { method: 'POST', target: '/a' }],
  ['redirects by name', (r) => { r.get('from', '/a', note('')); r.get('to', '/b', note('')); r.redirect('from', 'to') }, 301, '/a'],
  ['redirects to another site', (r) => r.redirect('/a', 'https://o.example/x'), { status: 301, headers: { location: 'https://o.example/x' } }, '/a'],
  ['hears of what is not found', (r) => r.get('/', note('')).on('not-found', note('a')).on((events) => events.NotFound, note('b')), { status: 200, body: 'ab' }, '/x'],
  ['hears of another method', (r) => r.get('/', note('')).on('not-found', note('a')), { status: 200, body: 'a' }, { method: 'PUT' }],
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

  it('takes another prefix, whatever there is', () => {
    const router = new Router({ prefix: '/a' }).get('/', fn).get('/x', fn).get(/y/, fn).use(fn)
    router.prefix('/b')
    expect(router.stack.map(({ path }) => String(path))).toEqual([
      '/b',
      '/b/x',
      '/y/',
      '/b/a(?:\\/|$)',
    ])
  })

  it('has layers that can be asked', () => {
    const router = new Router().get('/:a/:b', fn)
    const [layer] = router.stack
    expect(layer?.captures('/1/2')).toEqual(['1', '2'])
    expect(layer?.captures('/1')).toEqual([])
    expect(layer?.match('/1')).toBe(false)
  })

  it('has layers without a handler, which take those of params in the order of the path', () => {
    const router = new Router()
    router.register('/:a/:b', ['GET'], [])
    for (const name of ['a', 'b']) router.param(name, fn as never)
    expect(router.stack[0]?.stack.map((own) => (own as { param?: string }).param)).toEqual([
      'a',
      'b',
    ])
  })

  it('has layers of no path, which have no pattern', () => {
    const router = new Router()
    router.register('', ['GET'], fn)
    expect(router.stack[0]?.regexp).toBe(undefined)
    expect(router.stack[0]?.setPrefix('/p').path).toBe('')
  })

  it('has layers of a pattern, which take a prefix that is one', () => {
    const router = new Router()
    router.register('/x', ['GET'], fn, { pathAsRegExp: true })
    expect(router.stack[0]?.setPrefix('^/p').regexp).toEqual(/^\/p\/x/)
    expect(router.stack[0]?.setPrefix('/q').regexp).toEqual(/^\/q^\/p\/x/)
  })
})

const two =
  (rewrite: (ctx: Record<string, unknown>) => void) =>
  ({ Koa, Router }: Library) => {
    const app = new Koa()
    app.use((ctx, next) => {
      rewrite(ctx as never)
      return next()
    })
    const first = new Router().get('/a', (_, next) => next())
    const second = new Router().get('/a', (ctx) => {
      ctx.body = (ctx.matched ?? []).map(({ path }) => String(path))
    })
    return app.use(first.routes()).use(second.routes())
  }

describePrograms(
  'two routers in an app',
  [
    ['tell what both have matched', two(() => {}), { status: 200, body: '["/a","/a"]' }, '/a'],
    [
      'are asked about ctx.newRouterPath',
      two((ctx) => {
        ctx['newRouterPath'] = '/a'
      }),
      200,
      '/b',
    ],
    [
      'are asked about the path, though it is empty',
      two((ctx) => {
        ctx['url'] = ''
      }),
      404,
      '/b',
    ],
    [
      'are asked about ctx.routerPath where there is no path',
      two((ctx) => {
        ctx['url'] = ''
        ctx['routerPath'] = '/a'
      }),
      200,
      '/b',
    ],
  ],
  routerPair,
)
