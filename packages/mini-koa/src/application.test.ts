import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import v8 from 'node:v8'
import { observe } from '@await-next/oracle'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeHandlers, describePrograms, type Library, mini, upstream } from '../test/pair.ts'
import type { Application } from './application.ts'

const libraries = [
  ['koa', upstream],
  ['mini-koa', mini],
] as const

describePrograms('app.use(middleware)', [
  [
    'runs in order, and back again',
    ({ Koa }) => {
      const app = new Koa<{ log: string[] }>()
      for (const name of ['a', 'b', 'c']) {
        app.use(async (ctx, next) => {
          ctx.state.log = [...(ctx.state.log ?? []), name]
          await next()
          ctx.body = `${ctx.body ?? ctx.state.log.join('')}${name.toUpperCase()}`
        })
      }
      return app
    },
    { status: 200, body: 'abcCBA' },
  ],
  [
    'lets errors be caught further out',
    ({ Koa }) =>
      new Koa()
        .use(async (ctx, next) => {
          try {
            await next()
          } catch (err) {
            ctx.body = `caught ${(err as Error).message}`
          }
        })
        .use(async () => {
          await null
          throw new Error('inner')
        }),
    { status: 200, body: 'caught inner' },
  ],
  [
    'answers 500 when next() is called twice',
    ({ Koa }) => {
      const app = new Koa()
      app.silent = true
      return app.use(async (_, next) => {
        await next()
        await next()
      })
    },
    { status: 500, body: 'Internal Server Error' },
  ],
  [
    'does not see what is used after callback()',
    ({ Koa }) => {
      const app = new Koa()
      const server = createServer(app.callback())
      app.use((ctx) => {
        ctx.body = 'late'
      })
      return server
    },
    { status: 404, body: 'Not Found' },
  ],
  [
    'takes another app’s stack',
    ({ Koa, compose }) => {
      const inner = new Koa().use((ctx) => {
        ctx.body = 'inner'
      })
      return new Koa().use(compose(inner.middleware))
    },
    { status: 200, body: 'inner' },
  ],
])

describePrograms('app.onerror', [
  [
    'prints what nobody listens to',
    ({ Koa }) =>
      new Koa().use(() => {
        throw new Error('printed\nin two lines')
      }),
    { status: 500, slips: ['\n  Error: printed\n  in two lines\n      at '] },
  ],
  [
    'prints an error without a stack',
    ({ Koa }) =>
      new Koa().use(() => {
        throw Object.assign(new Error('no stack'), { stack: '' })
      }),
    { status: 500, slips: ['\n  Error: no stack\n'] },
  ],
  [
    'prints what is no error',
    ({ Koa }) =>
      new Koa().use(() => {
        throw { a: 1 }
      }),
    { status: 500, slips: ['non-error thrown: {"a":1}'] },
  ],
  [
    'does not print what the client is told',
    ({ Koa }) => new Koa().use((ctx) => ctx.throw(400, 'told')),
    { status: 400, body: 'told' },
  ],
  [
    'does not print a 404',
    ({ Koa }) => new Koa().use((ctx) => ctx.throw(404, 'nothing', { expose: false })),
    { status: 404, body: 'Not Found' },
  ],
  [
    'does not print when silent',
    ({ Koa }) => {
      const app = new Koa()
      app.silent = true
      return app.use(() => {
        throw new Error('x')
      })
    },
    500,
  ],
  [
    'does not print when somebody listens',
    ({ Koa }) => {
      const app = new Koa()
      app.on('error', () => {})
      return app.use(() => {
        throw new Error('x')
      })
    },
    500,
  ],
])

describePrograms('new Koa(options)', [
  [
    'takes another compose',
    ({ Koa, compose }) =>
      new Koa({
        compose: (stack) => (ctx, next) => {
          ctx.set('X-Stack', String(stack.length))
          return compose(stack as never)(ctx, next)
        },
      }).use((ctx) => {
        ctx.body = 'x'
      }),
    { status: 200, headers: { 'x-stack': '1' } },
  ],
  [
    'keeps the context at hand',
    ({ Koa }) => {
      const app = new Koa({ asyncLocalStorage: true })
      return app.use(async (ctx) => {
        await null
        ctx.body = [app.currentContext === ctx, app.currentContext?.path]
      })
    },
    { status: 200, body: '[true,"/"]' },
  ],
  [
    'keeps the context in a storage of yours',
    ({ Koa }) => {
      const storage = new AsyncLocalStorage()
      const app = new Koa({ asyncLocalStorage: storage })
      return app.use((ctx) => {
        ctx.body = [storage.getStore() === ctx, app.ctxStorage === storage]
      })
    },
    { status: 200, body: '[true,true]' },
  ],
  [
    'keeps the context for who listens to errors',
    ({ Koa }) => {
      const app = new Koa({ asyncLocalStorage: true })
      app.on('error', (err, ctx) => ctx.res.end(`${app.currentContext === ctx} ${err.message}`))
      return app.use((ctx) => {
        ctx.res.write('')
        ctx.res.flushHeaders()
        throw new Error('x')
      })
    },
    { status: 404, body: 'true x' },
  ],
  [
    'has no context without the option',
    ({ Koa }) => {
      const app = new Koa()
      return app.use((ctx) => {
        ctx.body = [app.currentContext === undefined, 'ctxStorage' in app]
      })
    },
    { status: 200, body: '[true,false]' },
  ],
])

describePrograms('app.context, app.request, app.response', [
  [
    'are what every context inherits',
    ({ Koa }) => {
      const app = new Koa<object, { hello(): string }>()
      app.context.hello = function (this: { path: string }) {
        return `hello ${this.path}`
      }
      Object.assign(app.request, { name: 'request' })
      Object.defineProperty(app.response, 'name', { get: () => 'response' })
      return app.use((ctx) => {
        ctx.body = [
          ctx.hello(),
          Reflect.get(ctx.request, 'name'),
          Reflect.get(ctx.response, 'name'),
        ]
      })
    },
    { status: 200, body: '["hello /","request","response"]' },
  ],
  [
    'may be extended while requests are served',
    ({ Koa }) => {
      const app = new Koa()
      return app.use((ctx) => {
        Object.assign(app.context, { late: true })
        ctx.body = Reflect.get(ctx, 'late')
      })
    },
    { status: 200, body: 'true' },
  ],
  [
    'may be replaced',
    ({ Koa }) => {
      const app = new Koa()
      app.context = Object.create(app.context, { word: { value: 'replaced' } })
      app.request = Object.create(app.request, { method: { value: 'HEAD' } })
      return app.use((ctx) => {
        ctx.body = Reflect.get(ctx, 'word')
      })
    },
    { status: 200, headers: { 'content-length': '8' } },
  ],
  [
    'may say otherwise than Koa, and Koa listens',
    ({ Koa }) => {
      const app = new Koa()
      Object.defineProperty(app.context, 'body', { get: () => 'always this', set() {} })
      Object.defineProperty(app.response, 'status', { get: () => 200, set() {} })
      return app.use((ctx) => {
        ctx.body = 'ignored'
      })
    },
    { status: 404, body: 'always this' },
  ],
  [
    'may override what is delegated to',
    ({ Koa }) => {
      const app = new Koa()
      app.request.accepts = (() => 'nothing') as never
      app.response.redirect = function (url: string) {
        this.body = `not to ${url}`
      }
      return app.use((ctx) => {
        ctx.redirect(String(ctx.accepts('html')))
      })
    },
    { status: 200, body: 'not to nothing' },
  ],
  [
    'belong to one app only',
    ({ Koa }) => {
      Object.assign(new Koa().context, { foreign: true })
      return new Koa().use((ctx) => {
        ctx.body = String(Reflect.get(ctx, 'foreign'))
      })
    },
    { status: 200, body: 'undefined' },
  ],
])

describePrograms('a subclass', [
  [
    'may make its contexts, and answer, in its own way',
    ({ Koa }) => {
      class Mine extends Koa {
        override createContext(...args: Parameters<Application['createContext']>) {
          const ctx = super.createContext(...args)
          ctx.state['made'] = 'by mine'
          return ctx
        }
        override handleRequest(...args: Parameters<Application['handleRequest']>) {
          args[0].state['handled'] = true
          return super.handleRequest(...args)
        }
        override onerror() {}
      }
      return new Mine().use((ctx) => {
        ctx.body = ctx.state
        if (ctx.query['fail']) throw new Error('x')
      })
    },
    { status: 200, body: '{"made":"by mine","handled":true}' },
    [{ target: '/?fail=1' }, {}],
  ],
])

describePrograms('app.callback()', [
  [
    'serves inside another app, which hears of nothing',
    ({ Koa }) => {
      const inner = new Koa().use((ctx) => {
        ctx.body = 'inner'
      })
      return new Koa().use((ctx) => {
        ctx.respond = false
        return inner.callback()(ctx.req, ctx.res)
      })
    },
    { status: 200, body: 'inner' },
  ],
  [
    'serves behind a listener that changes the request',
    ({ Koa }) => {
      const listener = new Koa()
        .use((ctx) => {
          ctx.body = [ctx.url, ctx.originalUrl]
        })
        .callback()
      return (req, res) => {
        req.url = '/changed'
        listener(req, res)
      }
    },
    { status: 200, body: '["/changed","/changed"]' },
    { target: '/a' },
  ],
])

describeHandlers('a socket that fails', [
  [
    'is answered by Node',
    (ctx) => {
      ctx.req.socket.emit('error', new Error('boom'))
      ctx.body = 'x'
    },
    { status: 400, body: '', fate: 'closed' },
  ],
])

describePrograms('a socket that fails and lives on', [
  [
    'is told, and still gets its answer',
    ({ Koa }) => {
      const app = new Koa()
      app.on('error', () => {})
      app.use((ctx) => {
        fail(ctx.req.socket)
        ctx.body = 'after all'
      })
      // Without a listener Node.js destroys the socket.
      return createServer(app.callback()).on('clientError', () => {})
    },
    500,
  ],
  [
    'is nothing to an app that comes after the answer',
    ({ Koa }) => {
      const app = new Koa()
      app.on('error', () => {})
      app.use((ctx) => fail(ctx.req.socket))
      const listener = app.callback()
      return createServer((req, res) => {
        res.end('before')
        listener(req, res)
      }).on('clientError', () => {})
    },
    { status: 200, body: 'before' },
  ],
])

describe.each(libraries)('a socket that fails under %s', (_, library) => {
  it('is told to the app once, with the request’s own storage', async () => {
    const storage = new AsyncLocalStorage<string>()
    const stores: unknown[] = []
    const told = await errorsOf(library, (app, server) => {
      app.middleware.unshift((ctx) => storage.run('other', () => fail(ctx.req.socket)))
      const listener = app.callback()
      server.on('request', (req, res) => storage.run('mine', () => listener(req, res)))
      app.on('error', () => stores.push(storage.getStore()))
    })
    expect(told).toEqual([{ message: 'boom', headerSent: true, path: '/' }])
    expect(stores).toEqual(['mine'])
  })

  it('is told to an app inside another first to the outer one', async () => {
    const told = await errorsOf(library, (outer, server) => {
      const inner = new library.Koa()
      inner.use((ctx) => fail(ctx.req.socket))
      inner.on('error', (err) => outer.emit('inner', err))
      outer.middleware.unshift((ctx) => {
        ctx.respond = false
        return inner.callback()(ctx.req, ctx.res)
      })
      server.on('request', outer.callback())
    })
    expect(told.map(({ path }) => path)).toEqual(['/', 'inner'])
  })

  it('may be one of a response whose request has none, as in a cloud function', async () => {
    const res = new ServerResponse({ method: 'GET' } as IncomingMessage)
    const written = new PassThrough()
    res.assignSocket(written as unknown as Socket)
    const app = new library.Koa().use((ctx) => {
      ctx.body = 'done'
    })
    const finished = once(res, 'finish')
    await app.callback()({ method: 'GET', url: '/', headers: {} } as IncomingMessage, res)
    await finished
    expect(String(written.read())).toMatch(/^HTTP\/1\.1 200 OK.*done$/s)
  })

  it('is nothing to a response that is finished', async () => {
    const told: unknown[] = []
    const app = new library.Koa()
    app.on('error', (err) => told.push(err))
    app.use((ctx) => {
      ctx.res.once('close', () => fail(ctx.req.socket))
      ctx.body = 'done'
    })
    const { answers } = await observe(app)
    expect(answers[0]?.status).toBe(200)
    expect(told).toEqual([])
  })
})

/** What an app is told when its socket fails. */
async function errorsOf(
  { Koa }: Library,
  start: (app: Application, server: ReturnType<typeof createServer>) => void,
) {
  const told: { message: string; headerSent: unknown; path: string }[] = []
  const app: Application = new Koa()
  const server = createServer()
  app.use((ctx) => {
    fail(ctx.req.socket)
  })
  app.on('error', (err, ctx) =>
    told.push({ message: err.message, headerSent: err.headerSent, path: ctx.path }),
  )
  app.on('inner', (err) =>
    told.push({ message: err.message, headerSent: undefined, path: 'inner' }),
  )
  start(app, server)
  await observe(server)
  return told
}

function fail(socket: EventEmitter): void {
  socket.emit('error', new Error('boom'))
}

describe.each(libraries)('%s: app', (_, { Koa }) => {
  it('is an emitter that shows its settings', () => {
    const app = new Koa({ env: 'x', proxy: true, subdomainOffset: 3 })
    expect(app).toBeInstanceOf(EventEmitter)
    expect(app.toJSON()).toEqual({ env: 'x', proxy: true, subdomainOffset: 3 })
    expect(app.inspect()).toEqual(app.toJSON())
  })

  it('has settings of its own accord', () => {
    const { env, proxy, subdomainOffset, proxyIpHeader, maxIpsCount, keys, middleware } = new Koa()
    expect({ proxy, subdomainOffset, proxyIpHeader, maxIpsCount, keys, middleware }).toEqual({
      proxy: false,
      subdomainOffset: 2,
      proxyIpHeader: 'X-Forwarded-For',
      maxIpsCount: 0,
      keys: undefined,
      middleware: [],
    })
    expect(env).toBe(process.env['NODE_ENV'])
  })

  it('uses functions only', () => {
    for (const value of [null, undefined, 1, {}, [() => {}], 'fn']) {
      expect(() => new Koa().use(value as never)).toThrow(
        new TypeError('middleware must be a function!'),
      )
    }
  })

  it('refuses to be told of what is no error', () => {
    expect(() => new Koa().onerror('foo' as never)).toThrow(
      new TypeError('non-error thrown: "foo"'),
    )
  })

  it('listens to errors itself once there is a callback', () => {
    const app = new Koa()
    expect(app.listenerCount('error')).toBe(0)
    app.callback()
    app.callback()
    expect(app.listenerCount('error')).toBe(1)
  })

  it('listens on a port', async () => {
    const server = new Koa().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    expect(server.address()).toMatchObject({ address: '127.0.0.1' })
    await new Promise((resolve) => server.close(resolve))
  })

  it('is in development where nobody says otherwise', () => {
    vi.stubEnv('NODE_ENV', undefined)
    expect(new Koa().env).toBe('development')
    vi.unstubAllEnvs()
  })
})

describe.each(libraries)('%s: the asyncLocalStorage option in a startup snapshot', (_, { Koa }) => {
  afterEach(() => vi.restoreAllMocks())

  it('opens the storage when the snapshot runs', () => {
    const resume: (() => void)[] = []
    vi.spyOn(v8.startupSnapshot, 'isBuildingSnapshot').mockReturnValue(true)
    vi.spyOn(v8.startupSnapshot, 'addDeserializeCallback').mockImplementation((callback, data) => {
      resume.push(() => callback(data))
    })
    const app = new Koa({ asyncLocalStorage: true })
    expect(app.ctxStorage).toBe(null)
    expect(app.currentContext).toBe(undefined)
    for (const run of resume) run()
    expect(app.ctxStorage).toBeInstanceOf(AsyncLocalStorage)
  })
})
