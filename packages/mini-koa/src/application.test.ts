import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import { observe } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import { compareHandlers, comparePrograms, type Library, mini, upstream } from '../test/compare.ts'
import type { Application } from './application.ts'

const libraries = [
  ['koa', upstream],
  ['mini-koa', mini],
] as const

comparePrograms('app.use(middleware)', [
  {
    it: 'runs in order, and back again',
    app: ({ Koa }) => {
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
    shows: { status: 200, body: 'abcCBA' },
  },
  {
    it: 'lets errors be caught further out',
    app: ({ Koa }) =>
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
    shows: { status: 200, body: 'caught inner' },
  },
  {
    it: 'answers 500 when next() is called twice',
    app: ({ Koa }) => {
      const app = new Koa()
      app.silent = true
      return app.use(async (_, next) => {
        await next()
        await next()
      })
    },
    shows: { status: 500, body: 'Internal Server Error' },
  },
  {
    it: 'does not see what is used after callback()',
    app: ({ Koa }) => {
      const app = new Koa()
      const server = createServer(app.callback())
      app.use((ctx) => {
        ctx.body = 'late'
      })
      return server
    },
    shows: { status: 404, body: 'Not Found' },
  },
  {
    it: 'takes another app’s stack',
    app: ({ Koa, compose }) => {
      const inner = new Koa().use((ctx) => {
        ctx.body = 'inner'
      })
      return new Koa().use(compose(inner.middleware))
    },
    shows: { status: 200, body: 'inner' },
  },
])

comparePrograms('app.onerror', [
  {
    it: 'prints what nobody listens to',
    app: ({ Koa }) =>
      new Koa().use(() => {
        throw new Error('printed\nin two lines')
      }),
    shows: { status: 500, prints: /^\n {2}Error: printed\n {2}in two lines\n {6}at / },
  },
  {
    it: 'prints an error without a stack',
    app: ({ Koa }) =>
      new Koa().use(() => {
        throw Object.assign(new Error('no stack'), { stack: '' })
      }),
    shows: { status: 500, prints: /^\n {2}Error: no stack\n/ },
  },
  {
    it: 'prints what is no error',
    app: ({ Koa }) =>
      new Koa().use(() => {
        throw { a: 1 }
      }),
    shows: { status: 500, prints: /non-error thrown: \{"a":1\}/ },
  },
  {
    it: 'does not print what the client is told',
    app: ({ Koa }) => new Koa().use((ctx) => ctx.throw(400, 'told')),
    shows: { status: 400, body: 'told' },
  },
  {
    it: 'does not print a 404',
    app: ({ Koa }) => new Koa().use((ctx) => ctx.throw(404, 'nothing', { expose: false })),
    shows: { status: 404, body: 'Not Found' },
  },
  {
    it: 'does not print when silent',
    app: ({ Koa }) => {
      const app = new Koa()
      app.silent = true
      return app.use(() => {
        throw new Error('x')
      })
    },
    shows: 500,
  },
  {
    it: 'does not print when somebody listens',
    app: ({ Koa }) => {
      const app = new Koa()
      app.on('error', () => {})
      return app.use(() => {
        throw new Error('x')
      })
    },
    shows: 500,
  },
])

comparePrograms('new Koa(options)', [
  {
    it: 'takes another compose',
    app: ({ Koa, compose }) =>
      new Koa({
        compose: (stack) => (ctx, next) => {
          ctx.set('X-Stack', String(stack.length))
          return compose(stack as never)(ctx, next)
        },
      }).use((ctx) => {
        ctx.body = 'x'
      }),
    shows: { status: 200, headers: { 'x-stack': '1' } },
  },
  {
    it: 'keeps the context at hand',
    app: ({ Koa }) => {
      const app = new Koa({ asyncLocalStorage: true })
      return app.use(async (ctx) => {
        await null
        ctx.body = [app.currentContext === ctx, app.currentContext?.path]
      })
    },
    shows: { status: 200, body: '[true,"/"]' },
  },
  {
    it: 'keeps the context in a storage of yours',
    app: ({ Koa }) => {
      const storage = new AsyncLocalStorage()
      const app = new Koa({ asyncLocalStorage: storage })
      return app.use((ctx) => {
        ctx.body = [storage.getStore() === ctx, app.ctxStorage === storage]
      })
    },
    shows: { status: 200, body: '[true,true]' },
  },
  {
    it: 'keeps the context for who listens to errors',
    app: ({ Koa }) => {
      const app = new Koa({ asyncLocalStorage: true })
      app.on('error', (err, ctx) => ctx.res.end(`${app.currentContext === ctx} ${err.message}`))
      return app.use((ctx) => {
        ctx.res.write('')
        ctx.res.flushHeaders()
        throw new Error('x')
      })
    },
    shows: { status: 404, body: 'true x' },
  },
  {
    it: 'has no context without the option',
    app: ({ Koa }) => {
      const app = new Koa()
      return app.use((ctx) => {
        ctx.body = [app.currentContext === undefined, 'ctxStorage' in app]
      })
    },
    shows: { status: 200, body: '[true,false]' },
  },
])

comparePrograms('app.context, app.request, app.response', [
  {
    it: 'are what every context inherits',
    app: ({ Koa }) => {
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
    shows: { status: 200, body: '["hello /","request","response"]' },
  },
  {
    it: 'may be extended while requests are served',
    app: ({ Koa }) => {
      const app = new Koa()
      return app.use((ctx) => {
        Object.assign(app.context, { late: true })
        ctx.body = Reflect.get(ctx, 'late')
      })
    },
    shows: { status: 200, body: 'true' },
  },
  {
    it: 'may be replaced',
    app: ({ Koa }) => {
      const app = new Koa()
      app.context = Object.create(app.context, { word: { value: 'replaced' } })
      app.request = Object.create(app.request, { method: { value: 'HEAD' } })
      return app.use((ctx) => {
        ctx.body = Reflect.get(ctx, 'word')
      })
    },
    shows: { status: 200, headers: { 'content-length': '8' } },
  },
  {
    it: 'may say otherwise than Koa, and Koa listens',
    app: ({ Koa }) => {
      const app = new Koa()
      Object.defineProperty(app.context, 'body', { get: () => 'always this', set() {} })
      Object.defineProperty(app.response, 'status', { get: () => 200, set() {} })
      return app.use((ctx) => {
        ctx.body = 'ignored'
      })
    },
    shows: { status: 404, body: 'always this' },
  },
  {
    it: 'may override what is delegated to',
    app: ({ Koa }) => {
      const app = new Koa()
      app.request.accepts = (() => 'nothing') as never
      app.response.redirect = function (url: string) {
        this.body = `not to ${url}`
      }
      return app.use((ctx) => {
        ctx.redirect(String(ctx.accepts('html')))
      })
    },
    shows: { status: 200, body: 'not to nothing' },
  },
  {
    it: 'belong to one app only',
    app: ({ Koa }) => {
      Object.assign(new Koa().context, { foreign: true })
      return new Koa().use((ctx) => {
        ctx.body = String(Reflect.get(ctx, 'foreign'))
      })
    },
    shows: { status: 200, body: 'undefined' },
  },
])

comparePrograms('a subclass', [
  {
    it: 'may make its contexts, and answer, in its own way',
    app: ({ Koa }) => {
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
    ask: [{ target: '/?fail=1' }, {}],
    shows: { status: 200, body: '{"made":"by mine","handled":true}' },
  },
])

comparePrograms('app.callback()', [
  {
    it: 'serves inside another app, which hears of nothing',
    app: ({ Koa }) => {
      const inner = new Koa().use((ctx) => {
        ctx.body = 'inner'
      })
      return new Koa().use((ctx) => {
        ctx.respond = false
        return inner.callback()(ctx.req, ctx.res)
      })
    },
    shows: { status: 200, body: 'inner' },
  },
  {
    it: 'serves behind a listener that changes the request',
    app: ({ Koa }) => {
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
    ask: { target: '/a' },
    shows: { status: 200, body: '["/changed","/changed"]' },
  },
])

compareHandlers('a socket that fails', [
  {
    it: 'is answered by Node',
    handler: (ctx) => {
      ctx.req.socket.emit('error', new Error('boom'))
      ctx.body = 'x'
    },
    shows: { status: 400, body: '', fate: 'closed' },
  },
])

describe.each(libraries)('a socket that fails under %s', (_, library) => {
  it('is told to the app once, with the request’s own storage', async () => {
    const storage = new AsyncLocalStorage<string>()
    const told = await errorsOf(library, (app, server) => {
      const listener = app.callback()
      server.on('request', (req, res) => storage.run('mine', () => listener(req, res)))
      app.on('error', () => expect(storage.getStore()).toBe('mine'))
    })
    expect(told).toEqual([{ message: 'boom', headerSent: true, path: '/' }])
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
})
