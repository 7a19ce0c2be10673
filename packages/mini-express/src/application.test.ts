import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { describe, expect, it, vi } from 'vitest'
import { answering, app, pair, tellError } from '../test/pair.ts'
import { type Application, express, type NextFunction, type RequestHandler } from './index.ts'

/** Where a request is, as the handler sees it. */
const where: RequestHandler = (req, res) =>
  res.json([req.url, req.baseUrl, req.originalUrl, req.app.path()])

describeValues('app.set(name, value)', pair, [
  {
    name: 'keeps anything, and reads it without a value',
    compute: (framework) => {
      const app = framework()
      return [app.set('answer', 42) === app, app.set('answer'), app.get('answer'), app.get('none')]
    },
    expected: [true, 42, 42, undefined],
  },
  {
    name: 'takes undefined for a value',
    compute: (framework) =>
      framework()
        .set('env', undefined as never)
        .get('env'),
    expected: undefined,
  },
  {
    name: 'does not take a name of Object.prototype for a setting',
    compute: (framework) => {
      const app = framework().set('hasOwnProperty', 'mine' as never)
      return [app.get('hasOwnProperty'), app.get('constructor'), '__proto__' in app.settings]
    },
    expected: ['mine', undefined, false],
  },
  {
    name: 'knows on from off',
    compute: (framework) => {
      const app = framework().enable('a').disable('b')
      return [app.enabled('a'), app.disabled('a'), app.enabled('b'), app.disabled('none')]
    },
    expected: [true, false, false, true],
  },
  {
    name: 'compiles etag, query parser and trust proxy',
    compute: (framework) => {
      const app = framework().set('etag', false).set('query parser', false).set('trust proxy', 2)
      const trust = app.get('trust proxy fn')
      return [
        app.get('etag fn'),
        app.get('query parser fn'),
        [0, 1, 2].map((hop) => trust('192.0.2.1', hop)),
      ]
    },
    expected: [undefined, undefined, [true, true, false]],
  },
])

/** With `NODE_ENV` as given. */
function inEnvironment<Value>(env: string | undefined, compute: () => Value): Value {
  vi.stubEnv('NODE_ENV', env)
  try {
    return compute()
  } finally {
    vi.unstubAllEnvs()
  }
}

describeValues('express() by NODE_ENV', pair, [
  ...[undefined, 'test', 'production'].map((env) => ({
    name: `is configured for ${env ?? 'nothing'}`,
    compute: (framework: typeof express) =>
      inEnvironment(env, () => {
        const app = framework()
        return [app.get('env'), app.enabled('view cache')]
      }),
    expected: [env ?? 'development', env === 'production'],
  })),
])

describeValues('express()', pair, [
  {
    name: 'has members that are its own and the emitter’s, the former first',
    compute: (framework) => {
      const app = framework()
      return ['set', 'on', 'emit', 'handle'].map((name) => [
        name,
        Object.hasOwn(app, name),
        Object.getOwnPropertyDescriptor(app, name)?.enumerable,
      ])
    },
    expected: ['set', 'on', 'emit', 'handle'].map((name) => [name, true, true]),
  },
  {
    name: 'keeps what a function has, whatever application has of that name',
    compute: (framework) => {
      Reflect.set(framework.application, 'name', 'mine')
      try {
        return framework().name
      } finally {
        Reflect.deleteProperty(framework.application, 'name')
      }
    },
    expected: 'app',
  },
  {
    name: 'makes a function that emits events and has settings',
    compute: (framework) => {
      const app = framework()
      return [typeof app, app.name, app.length, typeof app.on, typeof app.handle, app.mountpath]
    },
    expected: ['function', 'app', 3, 'function', 'function', '/'],
  },
  {
    name: 'sets these settings',
    compute: (framework) => {
      const { views, view: _view, ...settings } = framework().settings
      const kinds = Object.entries(settings).map(([name, value]) => [
        name,
        typeof value === 'function' ? 'function' : value,
      ])
      return Object.fromEntries([...kinds, ['views', typeof views]])
    },
    expected: {
      'x-powered-by': true,
      etag: 'weak',
      'etag fn': 'function',
      env: 'development',
      'query parser': 'simple',
      'query parser fn': 'function',
      'subdomain offset': 2,
      'trust proxy': false,
      'trust proxy fn': 'function',
      'jsonp callback name': 'callback',
      views: 'string',
    },
  },
  {
    name: 'gives locals no prototype, and the settings',
    compute: (framework) => {
      const { locals, settings } = framework()
      return [Object.getPrototypeOf(locals), Object.keys(locals), locals['settings'] === settings]
    },
    expected: [null, ['settings'], true],
  },
  {
    name: 'makes the router when it is first asked for, once, and for good',
    compute: (framework) => {
      const app = framework().enable('strict routing')
      const { router } = app
      const assign = () => Object.assign(app, { router: null })
      let refused = false
      try {
        assign()
      } catch {
        refused = true
      }
      return [router.strict, router.caseSensitive, app.router === router, refused]
    },
    expected: [true, false, true, true],
  },
  {
    name: 'gives each app a request and a response of its own',
    compute: (framework) => {
      const [one, other] = [framework(), framework()]
      return [
        one.request === other.request,
        Object.getPrototypeOf(one.request) === framework.request,
        Object.getPrototypeOf(one.response) === framework.response,
        one.request.app === one,
        one.response.app === one,
      ]
    },
    expected: [false, true, true, true, true],
  },
  {
    name: 'has everything that an app, a request and a response are made of',
    compute: (framework) => {
      const { application, request, response, Route, Router } = framework
      return [
        typeof application.use,
        typeof request.accepts,
        typeof response.send,
        typeof Route,
        typeof Router,
        response.set === response.header,
        request.get === request.header,
        response.type === response.contentType,
      ]
    },
    expected: ['function', 'function', 'function', 'function', 'function', true, true, true],
  },
])

describeBehaviours('app.request, app.response', pair, [
  {
    name: 'lend what is added to them to every handler of that app, and of those mounted there',
    program: (framework) => {
      const outer = framework()
      const inner = framework()
      Object.assign(outer.request, { greet: () => 'from outer' })
      Object.assign(inner.response, { shout: () => 'from inner' })
      const tell: RequestHandler = (req, res, next) => {
        const { greet } = req as unknown as { greet?: () => string }
        const { shout } = res as unknown as { shout?: () => string }
        res.append('X-Seen', `${greet?.()}, ${shout?.()}`)
        next()
      }
      inner.use(tell)
      return outer
        .use(tell)
        .use('/in', inner)
        .use(tell)
        .use((_req, res) => res.end())
    },
    requests: [{ target: '/in' }],
    expects: [
      {
        headers: {
          'x-seen': 'from outer, undefined\nfrom outer, from inner\nfrom outer, undefined',
        },
      },
    ],
  },
  {
    name: 'may be replaced',
    program: app((app) => {
      app.response = Object.assign(Object.create(app.response), { note: 'replaced' })
      app.use((_req, res) => res.send((res as unknown as { note: string }).note))
    }),
    expects: [{ body: 'replaced' }],
  },
])

describeBehaviours('app.use(path, app)', pair, [
  {
    name: 'mounts an app, and apps in apps',
    program: (framework) => {
      const [blog, admin] = [framework(), framework()]
      admin.get('/users', where)
      blog.use('/admin', admin).get('/', where)
      return framework().use('/blog', blog)
    },
    requests: ['/blog', '/blog/admin/users?x', '/blog/admin', '/admin/users'].map((target) => ({
      target,
    })),
    expects: [
      { body: '["/","/blog","/blog","/blog"]' },
      { body: '["/users?x","/blog/admin","/blog/admin/users?x","/blog/admin"]' },
      { status: 404 },
      { status: 404 },
    ],
  },
  {
    name: 'mounts an app at several paths',
    program: (framework) => {
      const mounted = framework().use((req, res) => res.json([req.baseUrl, req.app.mountpath]))
      return framework().use(['/one', '/two'], mounted)
    },
    requests: [{ target: '/one' }, { target: '/two/x' }],
    expects: [{ body: '["/one",["/one","/two"]]' }, { body: '["/two",["/one","/two"]]' }],
  },
  {
    name: 'hands errors of a mounted app to the app outside',
    program: (framework) => {
      const inner = framework().get('/boom', () => {
        throw new Error('inner boom')
      })
      return framework().use('/in', inner).use(tellError)
    },
    requests: [{ target: '/in/boom' }, { target: '/in/none' }],
    expects: [{ status: 500, body: '{"caught":"inner boom"}' }, { status: 404 }],
  },
  {
    name: 'says X-Powered-By as the outermost app that says anything',
    program: (framework) => {
      const inner = framework().use(where)
      return framework().disable('x-powered-by').use('/in', inner)
    },
    requests: [{ target: '/' }, { target: '/in' }],
    expects: [
      { status: 404, headers: { 'x-powered-by': undefined } },
      { headers: { 'x-powered-by': 'Express' } },
    ],
  },
])

describeValues('app.use(app)', pair, [
  {
    name: 'tells the app its parent, its path and that it is mounted',
    compute: (framework) => {
      const [outer, inner] = [framework(), framework()]
      const events: unknown[] = []
      inner.on('mount', (parent) => events.push(parent === outer))
      outer.use('/in', inner)
      return [inner.parent === outer, inner.mountpath, inner.path(), events]
    },
    expected: [true, '/in', '/in', [true]],
  },
  {
    name: 'lends it the settings that are not its own',
    compute: (framework) => {
      const outer = framework().set('title', 'outer').set('color', 'blue')
      const inner = framework().set('title', 'inner')
      outer.use(inner)
      return [inner.get('title'), inner.get('color'), outer.get('title')]
    },
    expected: ['inner', 'blue', 'outer'],
  },
  {
    name: 'lends it trust proxy, unless it has said itself whom to trust',
    compute: (framework) => {
      const outer = framework().set('trust proxy', 1)
      const [silent, decided] = [framework(), framework().set('trust proxy', false)]
      outer.use(silent).use(decided)
      return [
        silent.get('trust proxy'),
        decided.get('trust proxy'),
        silent.get('trust proxy fn') === outer.get('trust proxy fn'),
      ]
    },
    expected: [1, false, true],
  },
])

describeBehaviours('app.all(path, fn)', pair, [
  {
    name: 'answers every method, and lists them all for OPTIONS',
    program: app((app) => app.all('/x', (req, res) => res.set('X-Method', req.method).end())),
    requests: ['GET', 'POST', 'PROPFIND', 'HEAD', 'OPTIONS'].map((method) => ({
      method,
      target: '/x',
    })),
    expects: [
      { headers: { 'x-method': 'GET' } },
      { headers: { 'x-method': 'POST' } },
      { headers: { 'x-method': 'PROPFIND' } },
      { headers: { 'x-method': 'HEAD' } },
      { headers: { 'x-method': 'OPTIONS' } },
    ],
  },
])

describeBehaviours('app.get(path, fn), app.post(path, fn) …', pair, [
  {
    name: 'answer their method alone',
    program: app((app) => {
      for (const method of [
        'get',
        'post',
        'put',
        'patch',
        'delete',
        'm-search',
        'purge',
      ] as const) {
        app[method]('/', (req, res) => res.send(`${method} by ${req.method}`))
      }
    }),
    requests: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'M-SEARCH', 'PURGE', 'LOCK'].map(
      (method) => ({ method }),
    ),
    expects: [{ body: 'get by GET' }, { body: 'post by POST' }],
  },
])

/** The same app behind a server that knows nothing of it: its messages are not born as the app's. */
function behind(listener: RequestListener): Server {
  return createServer(listener)
}

describeBehaviours('http.createServer(app)', pair, [
  {
    name: 'makes foreign messages the app’s',
    program: (framework) => {
      const inner = framework().get('/:id', (req, res) => res.json([req.params, req.app.path()]))
      const outer = framework().use('/in', inner).get('/hello', answerWithLocals)
      return behind(outer.use(where))
    },
    requests: ['/hello', '/in/7', '/in/7/8', '/else?x'].map((target) => ({ target })),
    expects: [
      { body: '{"seen":"local"}' },
      { body: '[{"id":"7"},"/in"]' },
      { body: '["/in/7/8","","/in/7/8",""]' },
      { body: '["/else?x","","/else?x",""]' },
    ],
  },
  {
    name: 'goes on behind the app, where there is something',
    program: (framework) => {
      const app = framework().get('/app', (_req, res) => res.send('app'))
      return behind((req, res) => {
        const { url } = req
        const next: NextFunction = (err) => res.end(`outside: ${err}, ${req.url === url}`)
        app(req, res, next)
      })
    },
    requests: [{ target: '/app' }, { target: '/none' }],
    expects: [{ body: 'app' }, { body: 'outside: undefined, true' }],
  },
  {
    name: 'keeps what the server has put on the messages',
    program: (framework) => {
      const app = framework().use((req, res) => res.json([req.baseUrl, req.params, res.locals]))
      return behind((req, res) => {
        Object.assign(req, { params: { outer: '1' }, baseUrl: '/outer', locals: 1 })
        Object.assign(res, { locals: { set: true }, statusCode: 202 })
        app(req, res)
      })
    },
    expects: [{ status: 202, body: '["/outer",{},{"set":true}]' }],
  },
])

function answerWithLocals(...[, res]: Parameters<RequestHandler>) {
  res.locals['seen'] = 'local'
  res.json(res.locals)
}

describeBehaviours('req and res', pair, [
  {
    name: 'know each other, the app and how to go on',
    program: answering((req, res, next) =>
      res.json([
        req.res === res,
        res.req === req,
        req.app === res.app,
        req.next === next,
        typeof next,
      ]),
    ),
    expects: [{ body: '[true,true,true,true,"function"]' }],
  },
])

/** Listens, tells what the callback was told, and ends. */
async function listening(app: Application, ...args: unknown[]): Promise<unknown[]> {
  const told: unknown[] = []
  await new Promise<void>((resolve) => {
    const listen = app.listen as (...args: unknown[]) => Server
    const server = listen.call(app, ...args, (err?: NodeJS.ErrnoException) => {
      told.push(err?.code, server.listening)
      if (server.listening) server.close(() => resolve())
      else resolve()
    })
  })
  return told
}

describeBehaviours('app.listen(port), borrowed', pair, [
  {
    name: 'has anything listen that can be called',
    program: (framework) => {
      const { listen } = framework.application
      const listener: RequestListener = (_req, res) => res.end('borrowed')
      return { listen: (...args) => Reflect.apply(listen, listener, args) }
    },
    expects: [{ status: 200, body: 'borrowed' }],
  },
])

describeValues('app.listen(port, callback)', pair, [
  {
    name: 'calls back when it listens',
    compute: (framework) => listening(framework(), 0),
    expected: [undefined, true],
  },
  {
    name: 'takes host, backlog, and options',
    compute: async (framework) => [
      await listening(framework(), 0, '127.0.0.1'),
      await listening(framework(), 0, '127.0.0.1', 5),
      await listening(framework(), { port: 0, host: '127.0.0.1' }),
    ],
    expected: [
      [undefined, true],
      [undefined, true],
      [undefined, true],
    ],
  },
  {
    name: 'calls back with the error when the port is taken',
    compute: async (framework) => {
      const taken = createServer()
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
      try {
        return await listening(framework(), (taken.address() as AddressInfo).port, '127.0.0.1')
      } finally {
        taken.close()
      }
    },
    expected: ['EADDRINUSE', false],
  },
])

describe('app.listen()', () => {
  it('has messages born as the app’s, so that no prototype is changed', async () => {
    const app = express()
    const born = new Promise((resolve) => {
      app.use((req, res) => {
        resolve([
          Object.getPrototypeOf(req) === app.request,
          req instanceof (app.request.constructor as typeof Object),
          Object.getPrototypeOf(res) === app.response,
        ])
        res.end()
      })
    })
    const server = app.listen(0)
    // Before any handler has run: the server makes them so by itself.
    const made = new Promise((resolve) => {
      server.prependListener('request', (req) =>
        resolve(Object.getPrototypeOf(req) === app.request),
      )
    })
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    expect(await made).toBe(true)
    expect(await born).toEqual([true, true, true])
    server.closeAllConnections()
    server.close()
  })
})
