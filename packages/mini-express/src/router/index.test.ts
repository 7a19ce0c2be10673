import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { app, pair, tellError } from '../../test/pair.ts'
import type { express as Express, RequestHandler } from '../index.ts'

const params: RequestHandler = (req, res) => res.json(req.params)
const noop: RequestHandler = () => {}
const sendDeep: RequestHandler = (_req, res) => res.send('deep')

/** What `run` throws, in words. */
function thrown(run: () => unknown): string {
  try {
    run()
    return 'nothing'
  } catch (err) {
    return `${(err as Error).name}: ${(err as Error).message}`
  }
}

describeBehaviours('paths', pair, [
  {
    name: 'take names, wildcards, optional groups and escapes',
    program: app((app) => {
      for (const path of [
        '/a/:id',
        '/b/*rest',
        '/c{/:opt}',
        '/d/:x-:y',
        '/e/\\:z',
        '/f/:"quoted name"',
        '/g{/:a{/:b}}',
      ])
        app.get(path, params)
    }),
    requests: [
      '/a/1',
      '/a/',
      '/a/1/2',
      '/b/x/y%2Fz',
      '/b/',
      '/c',
      '/c/1',
      '/d/1-2',
      '/e/:z',
      '/f/q',
      '/g',
      '/g/1',
      '/g/1/2',
    ].map((target) => ({ target })),
    expects: [
      { body: '{"id":"1"}' },
      { status: 404 },
      { status: 404 },
      { body: '{"rest":["x","y/z"]}' },
      { status: 404 },
      { body: '{}' },
      { body: '{"opt":"1"}' },
      { body: '{"x":"1","y":"2"}' },
      { body: '{}' },
      { body: '{"quoted name":"q"}' },
    ],
  },
  {
    name: 'take regular expressions with and without names',
    program: app((app) => app.get(/^\/user\/(\d+)\/(?<what>\w+)\/(?:x)(y)?$/, params)),
    requests: ['/user/7/edit/xy', '/user/7/edit/x', '/user/a/edit/x'].map((target) => ({ target })),
    expects: [
      { body: '{"0":"7","1":"y","what":"edit"}' },
      { body: '{"0":"7","what":"edit"}' },
      { status: 404 },
    ],
  },
  {
    name: 'take lists',
    program: app((app) => app.get(['/one', ['/two/:n', /^\/three$/]], params)),
    requests: ['/one', '/two/2', '/three', '/four'].map((target) => ({ target })),
    expects: [{ body: '{}' }, { body: '{"n":"2"}' }, { body: '{}' }, { status: 404 }],
  },
  {
    name: 'heed capitals and trailing slashes only when told to',
    program: (framework) => {
      const loose = framework().get('/Path', params)
      const strict = framework()
        .enable('case sensitive routing')
        .enable('strict routing')
        .get('/Path', params)
      return framework().use('/loose', loose).use('/strict', strict)
    },
    requests: ['/loose/path/', '/strict/Path', '/strict/path', '/strict/Path/'].map((target) => ({
      target,
    })),
    expects: [{ status: 200 }, { status: 200 }, { status: 404 }, { status: 404 }],
  },
])

describeBehaviours('Router({ mergeParams })', pair, [
  {
    name: 'shows the parameters of the router outside, numbered ones first',
    program: (framework) => {
      const merging = framework
        .Router({ mergeParams: true })
        .get('/:id', params)
        .get(/^\/n\/(\d)(\d)/, params)
      const apart = framework.Router().get('/:id', params)
      return framework()
        .use('/m/:owner', merging)
        .use('/s/:owner', apart)
        .use(/^\/(x)(y)/, merging)
    },
    requests: ['/m/tobi/1', '/s/tobi/1', '/m/tobi/n/12', '/xy/n/34', '/xy/5'].map((target) => ({
      target,
    })),
    expects: [
      { body: '{"owner":"tobi","id":"1"}' },
      { body: '{"id":"1"}' },
      { body: '{"0":"1","1":"2","owner":"tobi"}' },
      { body: '{"0":"x","1":"y","2":"3","3":"4"}' },
    ],
  },
])

describeBehaviours('param(name, fn)', pair, [
  {
    name: 'is called once for a value, before the handlers, and may change it',
    program: app((app) => {
      app.param('id', (req, res, next, id, name) => {
        res.append('X-Param', `${name}=${id}`)
        req.params['id'] = `<${id}>`
        next()
      })
      app.get('/:id', (_req, _res, next) => next())
      app.get('/:id', params)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"id":"<7>"}', headers: { 'x-param': 'id=7' } }],
  },
  {
    name: 'is called again for another value, and for each name of a list',
    program: app((app) => {
      app.param(['a', 'b'], (_req, res, next, value, name) => {
        res.append('X-Param', `${name}=${value}`)
        next()
      })
      app.get('/:a/:b', (_req, _res, next) => next())
      app.get('/:b/:a', params)
    }),
    requests: [{ target: '/1/2' }],
    expects: [{ headers: { 'x-param': 'a=1\nb=2\nb=1\na=2' } }],
  },
  {
    name: 'passes errors, throws, rejections and next(route) on',
    program: app((app) => {
      app.param('err', (_req, _res, next) => next(new Error('passed')))
      app.param('throws', () => {
        throw new Error('thrown')
      })
      app.param('rejects', async () => {
        throw new Error('rejected')
      })
      app.param('skips', (_req, _res, next) => next('route'))
      for (const name of ['err', 'throws', 'rejects', 'skips']) app.get(`/${name}/:${name}`, params)
      app.get('/skips/x', (_req, res) => res.send('the other route'))
      app.use(tellError)
    }),
    requests: ['/err/1', '/throws/1', '/rejects/1', '/skips/x'].map((target) => ({ target })),
    expects: [
      { body: '{"caught":"passed"}' },
      { body: '{"caught":"thrown"}' },
      { body: '{"caught":"rejected"}' },
      { body: 'the other route' },
    ],
  },
  {
    name: 'waits for asynchronous callbacks, in order',
    program: app((app) => {
      for (const name of ['one', 'two']) {
        app.param('id', (_req, res, next) => {
          setImmediate(() => {
            res.append('X-Order', name)
            next()
          })
        })
      }
      app.get('/:id', params)
    }),
    requests: [{ target: '/1' }],
    expects: [{ headers: { 'x-order': 'one\ntwo' } }],
  },
])

describeBehaviours('route(path)', pair, [
  {
    name: 'runs handlers for all and for a method in the order they were added',
    program: app((app) => {
      const mark =
        (name: string): RequestHandler =>
        (_req, res, next) => {
          res.append('X-Order', name)
          next()
        }
      app
        .route('/r')
        .all(mark('all'))
        .get(mark('get'))
        .post(mark('post'))
        .all(mark('after'))
        .get((_req, res) => res.end())
    }),
    requests: [{ target: '/r' }, { target: '/r', method: 'POST' }],
    expects: [
      { headers: { 'x-order': 'all\nget\nafter' } },
      { status: 404, headers: { 'x-order': 'all\npost\nafter' } },
    ],
  },
  {
    name: 'takes nested lists of handlers',
    program: app((app) => app.get('/', [noopNext, [noopNext, [sendDeep]]])),
    expects: [{ body: 'deep' }],
  },
])

function noopNext(...[, , next]: Parameters<RequestHandler>) {
  next()
}

/** Upstream's exact words. */
const MESSAGES = {
  'use()': 'TypeError: argument handler is required',
  'use(path)': 'TypeError: argument handler is required',
  'use(path, 3)': 'TypeError: argument handler must be a function',
  'app.use()': 'TypeError: app.use() requires a middleware function',
  'app.use(path, null)': 'TypeError: argument handler must be a function',
  'get(path)': 'TypeError: argument handler is required',
  'get(path, {})': 'TypeError: argument handler must be a function',
  'route.all()': 'TypeError: argument handler is required',
  'route.all(1)': 'TypeError: argument handler must be a function',
  'param()': 'TypeError: argument name is required',
  'param(1)': 'TypeError: argument name must be a string',
  'param(name)': 'TypeError: argument fn is required',
  'param(name, 1)': 'TypeError: argument fn must be a function',
  'handle(req, res)': 'TypeError: argument callback is required',
  'set(etag, bad)': 'TypeError: unknown value for etag function: bad',
  'set(query parser, bad)': 'TypeError: unknown value for query parser function: bad',
  'set(trust proxy, bad)': 'TypeError: invalid IP address: not an address',
}

const mistakes: Record<string, (framework: typeof Express) => unknown> = {
  'use()': (framework) => framework.Router().use(),
  'use(path)': (framework) => framework.Router().use('/'),
  'use(path, 3)': (framework) => framework.Router().use('/', 3 as never),
  'app.use()': (framework) => framework().use(),
  'app.use(path, null)': (framework) => framework().use('/', null as never),
  'get(path)': (framework) => framework.Router().get('/'),
  'get(path, {})': (framework) => framework.Router().get('/', {} as never),
  'route.all()': (framework) => framework().route('/').all(),
  'route.all(1)': (framework) =>
    framework()
      .route('/')
      .all(1 as never),
  'param()': (framework) => framework.Router().param('', noop as never),
  'param(1)': (framework) => framework.Router().param(1 as never, noop as never),
  'param(name)': (framework) => framework.Router().param('a', undefined as never),
  'param(name, 1)': (framework) => framework.Router().param('a', 1 as never),
  'handle(req, res)': (framework) =>
    framework.Router().handle({} as never, {} as never, undefined as never),
  'set(etag, bad)': (framework) => framework().set('etag', 'bad' as never),
  'set(query parser, bad)': (framework) => framework().set('query parser', 'bad' as never),
  'set(trust proxy, bad)': (framework) => framework().set('trust proxy', 'not an address'),
}

describeValues('mistakes at registration', pair, [
  ...Object.entries(mistakes).map(([name, mistake]) => ({
    name,
    compute: (framework: typeof Express) => thrown(() => mistake(framework)),
    expected: MESSAGES[name as keyof typeof MESSAGES],
  })),
])

describeValues('listRoutes()', pair, [
  {
    name: 'lists paths, methods and routers, not plain middleware',
    compute: (framework) => {
      const inner = framework.Router().get('/inner', noop)
      const router = framework.Router().use(noop).use('/in', inner)
      router.get('/a', noop).post('/a', noop).all('/b', noop)
      router.route('/c').get(noop).head(noop)
      router.get(['/d', /e/], noop)
      return router
        .listRoutes()
        .map(({ path, methods, router }) => [String(path), methods, router === inner])
    },
    expected: [
      ['/in', undefined, true],
      ['/a', ['GET', 'HEAD'], false],
      ['/a', ['POST'], false],
      ['/b', ['*'], false],
      ['/c', ['GET', 'HEAD'], false],
      ['/d', ['GET', 'HEAD'], false],
      ['/e/', ['GET', 'HEAD'], false],
    ],
  },
])

describeValues('Router()', pair, [
  {
    name: 'has a function for a prototype, which does nothing',
    compute: ({ Router }) => Reflect.apply(Router.prototype as unknown as () => void, null, []),
    expected: undefined,
  },
  {
    name: 'makes routers with and without new, that inherit from it and are functions',
    compute: ({ Router }) => [
      Router() instanceof Router,
      new Router() instanceof Router,
      typeof Router(),
      typeof Router().call,
      Router().name,
    ],
    expected: [true, true, 'function', 'function', 'router'],
  },
  {
    name: 'names its layers after their handlers',
    compute: ({ Router }) =>
      Router()
        .use(noop)
        .use(() => {})
        .get('/x', noop)
        .stack.map(({ name }) => name),
    expected: ['noop', '<anonymous>', 'handle'],
  },
])
