import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { app, deprecations, pair, tellError } from '../../test/pair.ts'
import type { ErrorRequestHandler, RequestHandler } from '../index.ts'

const wait = () => new Promise((resolve) => setImmediate(resolve))
const boom: RequestHandler = () => {
  throw new Error('boom')
}
/** Where a request is, as the handler sees it. */
const where: RequestHandler = (req, res) =>
  res.json([req.url, req.baseUrl, req.originalUrl, req.params, req.route?.path])

describeBehaviours('next()', pair, [
  {
    name: 'walks through handlers in order',
    program: app((app) => {
      for (const name of ['a', 'b', 'c']) {
        app.use((_req, res, next) => {
          res.append('X-Order', name)
          next()
        })
      }
      app.use((_req, res) => res.end())
    }),
    expects: [{ status: 200, headers: { 'x-order': 'a\nb\nc' } }],
  },
  {
    name: 'returns nothing, however long the following handler takes',
    program: app((app) => {
      app.use(async (_req, res, next) => {
        const returned: unknown = await next()
        res.locals['returned'] = String(returned)
      })
      app.use(async (_req, res) => {
        await wait()
        res.send(res.locals['returned'])
      })
    }),
    expects: [{ body: 'undefined' }],
  },
  {
    name: 'goes on through 6,000 handlers without a pause',
    program: app((app) => {
      for (let count = 0; count < 6000; count += 1) app.use((_req, _res, next) => next())
      app.use((_req, res) => res.send('through'))
    }),
    expects: [{ status: 200, body: 'through' }],
  },
  {
    name: 'goes on through 6,000 handlers of one route',
    program: app((app) => {
      const route = app.route('/')
      for (let count = 0; count < 6000; count += 1) route.get((_req, _res, next) => next())
      route.get((_req, res) => res.send('through'))
    }),
    expects: [{ status: 200, body: 'through' }],
  },
  {
    name: 'answers nothing where nobody calls it',
    program: app((app) => app.use(() => {})),
    requests: [{ patience: 50 }],
    expects: [{ fate: 'no answer' }],
  },
])

describeBehaviours('OPTIONS', pair, [
  {
    name: 'fails where the headers have left before anybody answers',
    program: app((app) => {
      app.use((_req, res, next) => {
        res.flushHeaders()
        next()
      })
      app.get('/', (_req, res) => res.end())
    }),
    requests: [{ method: 'OPTIONS' }],
    expects: [{ status: 200, fate: 'closed', slips: ['ERR_HTTP_HEADERS_SENT'] }],
  },
])

describeBehaviours('next(err)', pair, [
  {
    name: 'skips handlers that are not made for errors',
    program: app((app) => {
      app.use((_req, _res, next) => next(new Error('first')))
      app.use((_req, res) => res.send('never'))
      app.get('/', (_req, res) => res.send('never'))
      app.use(tellError)
    }),
    expects: [{ status: 500, body: '{"caught":"first"}' }],
  },
  {
    name: 'does not look into routes on its way, nor call their parameters',
    program: app((app) => {
      app.param('id', (_req, res, next) => {
        res.set('X-Param', 'called')
        next()
      })
      app.use(boom)
      app.get('/:id', where)
      app.use(tellError)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"caught":"boom"}', headers: { 'x-param': undefined } }],
  },
  {
    name: 'goes on normally once an error handler calls next()',
    program: app((app) => {
      app.use(boom)
      const recover: ErrorRequestHandler = (_err, _req, _res, next) => next()
      app.use(recover)
      app.use((_req, res) => res.send('recovered'))
    }),
    expects: [{ status: 200, body: 'recovered' }],
  },
  {
    name: 'takes the error of an error handler',
    program: app((app) => {
      const worse: ErrorRequestHandler = (err, _req, _res, _next) => {
        throw new Error(`${err.message}, and worse`)
      }
      app.use(boom, worse, tellError)
    }),
    expects: [{ body: '{"caught":"boom, and worse"}' }],
  },
  {
    name: 'counts parameters: three are for requests, four for errors, five for nobody',
    program: app((app) => {
      app.use(boom)
      app.use(((
        _a: unknown,
        _b: unknown,
        _c: unknown,
        _d: unknown,
        _e: unknown,
      ) => {}) as unknown as RequestHandler)
      app.use(tellError)
    }),
    expects: [{ body: '{"caught":"boom"}' }],
  },
  {
    name: 'takes anything for an error but what is falsy',
    program: app((app) => {
      for (const [name, value] of Object.entries({
        zero: 0,
        text: 'text',
        empty: '',
        object: { message: 'object' },
      })) {
        app.get(`/${name}`, (_req, _res, next) => next(value))
      }
      app.use(tellError)
      app.use((_req, res) => res.send('no error'))
    }),
    requests: ['/zero', '/text', '/empty', '/object'].map((target) => ({ target })),
    expects: [
      { body: 'no error' },
      { body: '{"caught":"text"}' },
      { body: 'no error' },
      { body: '{"caught":"object"}' },
    ],
  },
])

describeBehaviours('a handler that returns a promise', pair, [
  {
    name: 'passes a rejection on',
    program: app((app) => {
      app.get('/', async () => {
        await wait()
        throw new Error('late')
      })
      app.use(tellError)
    }),
    expects: [{ status: 500, body: '{"caught":"late"}' }],
  },
  {
    name: 'makes an error of a rejection without a reason',
    program: app((app) => app.get('/', () => Promise.reject()).use(tellError)),
    expects: [{ body: '{"caught":"Rejected promise"}' }],
  },
  {
    name: 'passes on the rejection of an error handler',
    program: app((app) => {
      const failing: ErrorRequestHandler = async (_err, _req, _res, _next) => {
        throw new Error('handling failed')
      }
      app.use(boom, failing, tellError)
    }),
    expects: [{ body: '{"caught":"handling failed"}' }],
  },
  {
    name: 'does not go on by itself when it is fulfilled',
    program: app((app) => {
      app.use(async () => {})
      app.use((_req, res) => res.send('never'))
    }),
    requests: [{ patience: 50 }],
    expects: [{ fate: 'no answer' }],
  },
])

describeBehaviours("next('route')", pair, [
  {
    name: 'leaves the route and finds the next one',
    program: app((app) => {
      app.get(
        '/',
        (_req, _res, next) => next('route'),
        (_req, res) => res.send('never'),
      )
      app.get('/', (_req, res) => res.send('the other route'))
    }),
    expects: [{ body: 'the other route' }],
  },
  {
    name: 'means next() outside of a route',
    program: app((app) => {
      app.use((_req, _res, next) => next('route'))
      app.use((_req, res) => res.send('went on'))
    }),
    expects: [{ body: 'went on' }],
  },
])

describeBehaviours("next('router')", pair, [
  {
    name: 'leaves the router and goes on outside',
    program: (framework) => {
      const router = framework.Router()
      router.use((_req, _res, next) => next('router'))
      router.use((_req, res) => res.send('never'))
      return framework().use('/in', router).use(where)
    },
    requests: [{ target: '/in/side?q' }],
    expects: [{ body: '["/in/side?q","","/in/side?q",{},null]' }],
  },
  {
    name: 'leaves from within a route, and from the app itself',
    program: (framework) => {
      const router = framework.Router()
      router.get(
        '/a',
        (_req, _res, next) => next('router'),
        (_req, res) => res.send('never'),
      )
      const app = framework().use(router)
      app.get('/a', (_req, _res, next) => next('router'))
      return app
    },
    requests: [{ target: '/a' }],
    expects: [{ status: 404 }],
  },
])

describeBehaviours('a router among the handlers of a route', pair, [
  {
    name: 'gives back parameters, url and next to those that follow',
    program: (framework) => {
      const inner = framework.Router().use('/:x', (req, res, next) => {
        res.set('X-Inner', JSON.stringify([req.params, req.baseUrl]))
        next()
      })
      return framework().get('/:id', inner, where)
    },
    requests: [{ target: '/7' }],
    expects: [
      { body: '["/7","","/7",{"id":"7"},"/:id"]', headers: { 'x-inner': '[{"x":"7"},"/7"]' } },
    ],
  },
])

describeBehaviours('use(path, fn)', pair, [
  {
    name: 'takes the path off req.url and puts it back',
    program: (framework) => {
      const router = framework.Router()
      router.use('/b', (req, res, next) => {
        res.append('X-In', `${req.baseUrl} ${req.url}`)
        next()
      })
      return framework().use('/a', router).use(where)
    },
    requests: ['/a/b/c?d=e', '/a/b', '/a/b/', '/a/b?x', '/a', '/ab/b', 'http://h/a/b/c'].map(
      (target) => ({ target }),
    ),
    expects: [
      { body: '["/a/b/c?d=e","","/a/b/c?d=e",{},null]', headers: { 'x-in': '/a/b /c?d=e' } },
      { headers: { 'x-in': '/a/b /' } },
      { headers: { 'x-in': '/a/b /' } },
      { headers: { 'x-in': '/a/b /?x' } },
      { headers: { 'x-in': undefined } },
      { headers: { 'x-in': undefined } },
    ],
  },
  {
    name: 'keeps what a handler has made of req.url',
    program: app((app) => {
      app.use('/old', (req, _res, next) => {
        req.url = '/new?rewritten'
        next()
      })
      app.use(where)
    }),
    requests: [{ target: '/old' }, { target: '/old/' }, { target: '/old/deep' }],
    expects: [{ body: '["/old/new?rewritten","","/old",{},null]' }],
  },
  {
    name: 'puts the url back when a mounted handler throws',
    program: app((app) => {
      app.use('/a', boom)
      const tell: ErrorRequestHandler = (_err, req, res, _next) => res.json([req.url, req.baseUrl])
      app.use(tell)
    }),
    requests: [{ target: '/a/b' }],
    expects: [{ body: '["/a/b",""]' }],
  },
  {
    name: 'takes parameters, lists and regular expressions as paths',
    program: app((app) => {
      app.use('/user/:id', where)
      app.use(['/one', /^\/t(wo)/], where)
    }),
    requests: ['/user/7/edit', '/one/x', '/two/y', '/three'].map((target) => ({ target })),
    expects: [
      { body: '["/edit","/user/7","/user/7/edit",{"id":"7"},null]' },
      { body: '["/x","/one","/one/x",{},null]' },
      { body: '["/y","/two","/two/y",{"0":"wo"},null]' },
      { status: 404 },
    ],
  },
])

describeBehaviours('HEAD and OPTIONS', pair, [
  {
    name: 'answers HEAD with the handler of GET, unless there is one',
    program: app((app) => {
      app.get('/get', (_req, res) => res.send('got'))
      app.head('/head', (_req, res) => res.set('X-Own', '1').end())
      app.get('/head', (_req, res) => res.send('never for head'))
      app.post('/post', (_req, res) => res.send('posted'))
    }),
    requests: ['/get', '/head', '/post'].map((target) => ({ method: 'HEAD', target })),
    expects: [
      { status: 200, headers: { 'content-length': '3' } },
      { headers: { 'x-own': '1' } },
      { status: 404 },
    ],
  },
  {
    name: 'answers OPTIONS with the methods of every route that fits',
    program: app((app) => {
      app.get('/x', where).post('/x', where).get('/x', where)
      app.all('/all', where)
      app.use('/used', (_req, _res, next) => next())
    }),
    requests: ['/x', '/all', '/used', '/none'].map((target) => ({ method: 'OPTIONS', target })),
    expects: [
      { status: 200, body: 'GET, HEAD, POST', headers: { allow: 'GET, HEAD, POST' } },
      { status: 200 },
      { status: 404 },
      { status: 404 },
    ],
  },
  {
    name: 'gathers the methods of nested routers',
    program: (framework) => {
      const router = framework.Router().get('/users', where)
      return framework().get('/api/users', where).use('/api', router).post('/api/users', where)
    },
    requests: [{ method: 'OPTIONS', target: '/api/users' }],
    expects: [{ status: 200 }],
  },
])

describeBehaviours('a path that cannot be decoded', pair, [
  {
    name: 'is the client’s error, for routes and mounts alike',
    program: app((app) => app.get('/:id', where).use('/m/:id', where).use(tellError)),
    requests: ['/%', '/m/%zz/x', '/%41'].map((target) => ({ target })),
    expects: [
      { status: 400, body: `{"caught":"Failed to decode param '%'"}` },
      { status: 400 },
      { body: '["/%41","","/%41",{"id":"A"},"/:id"]' },
    ],
  },
])

describeBehaviours('app(req, res, next)', pair, [
  {
    name: 'goes on in the app outside, whose request it is again',
    program: (framework) => {
      const inner = framework().use((req, res, next) => {
        res.append('X-App', String(req.app.get('title')))
        next()
      })
      inner.set('title', 'inner')
      const outer = framework().set('title', 'outer').use('/in', inner)
      return outer.use((req, res) => res.send(`${req.app.get('title')} ${req.url}`))
    },
    requests: [{ target: '/in/side' }],
    expects: [{ body: 'outer /in/side', headers: { 'x-app': 'inner' } }],
  },
])

/** As good as a promise, but not one. */
function thenable(settle: (resolve: () => void, reject: (err: unknown) => void) => void) {
  // biome-ignore lint/suspicious/noThenProperty: that is the point of it
  return { then: settle }
}

describeValues('a handler that returns something like a promise', pair, [
  {
    name: 'is heeded, and warned of',
    compute: (framework) => {
      const failing: RequestHandler = () => thenable((_resolve, reject) => reject({ status: 418 }))
      return deprecations(framework().set('env', 'test').use(failing))
    },
    expected: [
      'router: handlers that are Promise-like are deprecated, use a native Promise instead',
      418,
    ],
  },
  {
    name: 'has what its then throws go on as an error, and is not warned of again',
    compute: (framework) => {
      const failing: RequestHandler = () =>
        thenable(() => {
          throw Object.assign(new Error('in then'), { status: 418 })
        })
      return deprecations(framework().set('env', 'test').use(failing))
    },
    expected: [418],
  },
  {
    name: 'is heeded among the functions of a param, too',
    compute: (framework) => {
      const app = framework().set('env', 'test')
      app.param('id', () => thenable((_resolve, reject) => reject({ status: 418 })))
      app.use('{/:id}', where)
      return deprecations((req, res) => {
        req.url = '/7'
        app(req, res)
      })
    },
    expected: [
      'router: parameters that are Promise-like are deprecated, use a native Promise instead',
      418,
    ],
  },
])

describeBehaviours('req.url, rewritten on the way', pair, [
  {
    name: 'leads to other layers of the same router from then on',
    program: app((app) => {
      app.use('/old', (req, _res, next) => {
        req.url = '/x'
        next()
      })
      app.use((req, _res, next) => {
        if (req.url === '/plain') req.url = '/target?q'
        next()
      })
      app.get('/target', where).get('/old/x', where)
    }),
    requests: ['/plain', '/old/deep', '/old'].map((target) => ({ target })),
    expects: [
      { body: '["/target?q","","/plain",{},"/target"]' },
      { body: '["/old/x","","/old/deep",{},"/old/x"]' },
    ],
  },
  {
    name: 'ends the walk when it cannot be parsed, or is none',
    program: app((app) => {
      app.use((req, _res, next) => {
        Object.assign(req, { url: req.url === '/none' ? undefined : 'http://[broken' })
        next()
      })
      app.use((_req, res) => res.send('never'))
    }),
    requests: [{ target: '/none' }, { target: '/broken' }],
    expects: [{ status: 404 }, { status: 404 }],
  },
])

describeBehaviours('use(expression, fn)', pair, [
  {
    name: 'runs only where the match begins the path and ends with a segment',
    program: app((app) => app.use(/\/a(b?)/, where).use((_req, res) => res.send('passed by'))),
    requests: ['/a', '/ab/c', '/abc', '/x/a', '/a/', 'http://host/a/b'].map((target) => ({
      target,
    })),
    expects: [
      { body: '["/","/a","/a",{"0":""},null]' },
      { body: '["/c","/ab","/ab/c",{"0":"b"},null]' },
      { body: 'passed by' },
      { body: 'passed by' },
    ],
  },
])
