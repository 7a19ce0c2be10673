import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { inspect } from 'node:util'
import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import createHttpError from 'http-errors'
import { pair, using } from '../test/pair.ts'
import type { Context, Koa as KoaClass } from './index.ts'

const wait = () => new Promise((resolve) => setImmediate(resolve))

/** Throws a value, now or later. */
const throwing = (value: unknown) =>
  using(async (ctx) => {
    ctx.set('X-Before', '1')
    ctx.body = 'never'
    if (ctx.path === '/later') await wait()
    throw value
  })

const errors: Record<string, unknown> = {
  'an error': new Error('secret'),
  'an error with a status': Object.assign(new Error('teapot'), { status: 418 }),
  'an error with statusCode': Object.assign(new Error('gone'), { statusCode: 410 }),
  'an error that may be seen': Object.assign(new Error('see me'), { status: 400, expose: true }),
  'an error with headers': Object.assign(new Error('wait'), {
    status: 503,
    headers: { 'Retry-After': '9', 'Content-Type': 'text/html', 'content-length': '99' },
  }),
  'an error with a status that is none': Object.assign(new Error('odd'), { status: 'notnumber' }),
  'an error with an unknown status': Object.assign(new Error('odd'), { status: 799 }),
  'a 404': createHttpError(404, 'not here'),
  'a string': 'just text',
  'an object': { code: 7 },
  'a number': 7,
}

describeBehaviours('a middleware that throws', pair, [
  ...Object.entries(errors).map(([name, value]) => ({
    name: `${name}, now and later`,
    program: throwing(value),
    requests: [{}, { target: '/later' }],
    expects: [{ headers: { 'x-before': undefined, 'content-type': 'text/plain; charset=utf-8' } }],
  })),
  {
    name: 'null, which is no error',
    program: throwing(null),
    requests: [{ patience: 50 }],
    expects: [{ fate: 'no answer' as const }],
  },
  {
    name: 'without being async',
    program: using(() => {
      throw new Error('sync')
    }),
    expects: [{ status: 500, slips: ['Error: sync'] }],
  },
  {
    name: 'after the headers were sent',
    program: using(async (ctx) => {
      ctx.respond = false
      ctx.res.write('some')
      await wait()
      ctx.res.end()
      throw new Error('too late')
    }),
    expects: [{ body: 'some', slips: ['too late'] }],
  },
])

describeBehaviours("app.on('error', listener)", pair, [
  {
    name: 'hears of errors with their context, and keeps them from being printed',
    program: (Koa) => {
      const app = using(() => {
        throw new Error('heard')
      })(Koa)
      app.on('error', (err, ctx) => ctx.res.setHeader('X-Too-Soon', err.message))
      return app
    },
    expects: [{ status: 500, headers: { 'x-too-soon': undefined } }],
  },
  {
    name: 'is not needed with silent',
    program: (Koa) =>
      Object.assign(using(() => Promise.reject(new Error('silent')))(Koa), { silent: true }),
    expects: [{ status: 500 }],
  },
])

describeBehaviours('ctx.throw(status), ctx.assert(value)', pair, [
  {
    name: 'throw HTTP errors',
    program: using((ctx: Context) => {
      if (ctx.path === '/403') ctx.throw(403)
      if (ctx.path === '/message') ctx.throw(400, 'name required', { headers: { 'X-Why': 'name' } })
      if (ctx.path === '/text') ctx.throw('only text')
      if (ctx.path === '/error') ctx.throw(409, new Error('wrapped'))
      if (ctx.path === '/assert') ctx.assert(ctx.query['user'], 401, 'log in')
      if (ctx.path === '/equal') ctx.assert.equal(1, 2, 422, 'not equal')
      ctx.body = 'passed'
    }),
    requests: ['/403', '/message', '/text', '/error', '/assert', '/assert?user=1', '/equal'].map(
      (target) => ({ target }),
    ),
    expects: [
      { status: 403, body: 'Forbidden' },
      { status: 400, body: 'name required', headers: { 'x-why': 'name' } },
      { status: 500, body: 'Internal Server Error' },
      { status: 409, body: 'wrapped' },
      { status: 401, body: 'log in' },
      { body: 'passed' },
      { status: 422 },
    ],
  },
])

describeBehaviours('ctx.cookies', pair, [
  {
    name: 'reads and writes, signed and not',
    program: (Koa) => {
      const app = new Koa({ keys: ['k1', 'k2'] })
      return app.use((ctx) => {
        ctx.cookies.set('plain', 'v', { signed: false, httpOnly: false })
        ctx.cookies.set('signed', 'v')
        ctx.body = [ctx.cookies.get('in'), ctx.cookies.get('forged', { signed: true })].map(String)
      })
    },
    requests: [{ headers: [['Cookie', 'in=1; forged=2; forged.sig=nonsense']] }],
    expects: [{ status: 200 }],
  },
  {
    name: 'refuses to sign without keys',
    program: using((ctx) => {
      ctx.cookies.set('a', 'b', { signed: true })
    }),
    expects: [{ status: 500, slips: ['.keys required for signed cookies'] }],
  },
])

describeBehaviours('app.context, app.request, app.response', pair, [
  {
    name: 'give every request what is added to them, and no other app',
    program: (Koa) => {
      const extended = new Koa()
      Object.assign(extended.context, { hello: 'context' })
      Object.assign(extended.request, { hello: 'request' })
      Object.assign(extended.response, { hello: 'response' })
      const other = new Koa()
      return extended.use((ctx) => {
        const said = [ctx, ctx.request, ctx.response, other.context].map(
          (one) => (one as unknown as { hello?: string }).hello ?? 'nothing',
        )
        ctx.body = said
      })
    },
    expects: [{ body: '["context","request","response","nothing"]' }],
  },
  {
    name: 'let what is delegated be replaced',
    program: (Koa) => {
      const app = new Koa()
      Object.defineProperty(app.context, 'path', { get: () => '/always' })
      return app.use((ctx) => {
        ctx.body = ctx.path
      })
    },
    requests: [{ target: '/real' }],
    expects: [{ body: '/always' }],
  },
])

describeBehaviours('new Koa({ asyncLocalStorage })', pair, [
  {
    name: 'knows the context of each request, far from it',
    program: (Koa) => {
      const app = new Koa({ asyncLocalStorage: true })
      const far = async () => {
        await wait()
        return app.currentContext?.path
      }
      return app.use(async (ctx) => {
        ctx.body = [await far(), app.currentContext === ctx]
      })
    },
    requests: [{ target: '/one' }, { target: '/two' }],
    expects: [{ body: '["/one",true]' }, { body: '["/two",true]' }],
  },
  {
    name: 'takes a storage of one’s own, and none by default',
    program: (Koa) => {
      const storage = new AsyncLocalStorage<never>()
      const app = new Koa({ asyncLocalStorage: storage })
      return app.use((ctx) => {
        ctx.body = [storage.getStore() === ctx, new Koa().currentContext === undefined]
      })
    },
    expects: [{ body: '[true,true]' }],
  },
])

describeBehaviours('new Koa({ compose })', pair, [
  {
    name: 'runs the stack by another compose',
    program: (Koa) => {
      const app = new Koa({
        compose: (stack) => async (ctx) => {
          for (const fn of stack.flat() as ((ctx: unknown, next: unknown) => unknown)[])
            await fn(ctx, async () => {})
        },
      })
      return app
        .use((ctx) => {
          ctx.body = 'first'
        })
        .use((ctx) => {
          ctx.body += ' and second'
        })
    },
    expects: [{ body: 'first and second' }],
  },
])

const options = {
  env: 'test',
  proxy: true,
  subdomainOffset: 3,
  proxyIpHeader: 'X',
  maxIpsCount: 1,
  keys: ['a'],
}

describeValues('new Koa(options)', pair, [
  {
    name: 'keeps its settings',
    compute: (Koa) => {
      const { env, proxy, subdomainOffset, proxyIpHeader, maxIpsCount, keys } = new Koa(options)
      return { env, proxy, subdomainOffset, proxyIpHeader, maxIpsCount, keys }
    },
    expected: options,
  },
  {
    name: 'shows the settings worth showing',
    compute: (Koa) => [new Koa({ env: 'x' }).toJSON(), inspect(new Koa({ env: 'x' }))],
    expected: [
      { subdomainOffset: 2, proxy: false, env: 'x' },
      "{ subdomainOffset: 2, proxy: false, env: 'x' }",
    ],
  },
  {
    name: 'is an emitter, and its own default',
    compute: (Koa) => [
      new Koa() instanceof EventEmitter,
      (Koa as unknown as { default: unknown }).default === Koa,
    ],
    expected: [true, true],
  },
])

describeValues('app.use(fn)', pair, [
  {
    name: 'returns the app and refuses what is no function',
    compute: (Koa) => {
      const app = new Koa()
      const refused = [undefined, null, {}, 'fn', 7].map((value) => {
        try {
          app.use(value as never)
          return 'taken'
        } catch (err) {
          return `${(err as Error).name}: ${(err as Error).message}`
        }
      })
      return [app.use(() => {}) === app, app.middleware.length, new Set(refused).size, refused[0]]
    },
    expected: [true, 1, 1, 'TypeError: middleware must be a function!'],
  },
])

describeValues('app.onerror(err)', pair, [
  {
    name: 'refuses what is no error',
    compute: (Koa) => {
      try {
        return new Koa().onerror('text' as never)
      } catch (err) {
        return `${(err as Error).name}: ${(err as Error).message}`
      }
    },
    expected: 'TypeError: non-error thrown: "text"',
  },
])

describeValues('Koa.HttpError', pair, [
  {
    name: 'knows HTTP errors, of other copies too',
    compute: (Koa: typeof KoaClass) => {
      const like = (members: object) =>
        Object.assign(new Error('x'), members) instanceof Koa.HttpError
      return [
        Koa.createHttpError(404) instanceof Koa.HttpError,
        Koa.isHttpError(Koa.createHttpError(500)),
        like({ expose: true, status: 400, statusCode: 400 }),
        like({ expose: true, status: 400, statusCode: 401 }),
        like({}),
      ]
    },
    expected: [true, true, true, false, false],
  },
])

describeValues('ctx.toJSON(), util.inspect(ctx)', pair, [
  {
    name: 'show both messages and the app, and Node’s objects only by name',
    compute: (Koa) => {
      const app = new Koa({ env: 'x' })
      const req = { url: '/u', method: 'GET', headers: { a: '1' }, socket: {} }
      const res = { statusCode: 404, getHeaders: () => ({}) }
      const ctx = app.createContext(req as never, res as never)
      return [ctx.toJSON(), inspect(ctx), inspect(ctx.request), inspect(ctx.response)].map((one) =>
        JSON.stringify(one),
      )
    },
    expected: [
      '{"request":{"method":"GET","url":"/u","header":{"a":"1"}},"response":{"status":404,"message":"Not Found","header":{}},"app":{"subdomainOffset":2,"proxy":false,"env":"x"},"originalUrl":"/u","req":"<original node req>","res":"<original node res>","socket":"<original node socket>"}',
      JSON.stringify(
        "{\n  request: { method: 'GET', url: '/u', header: { a: '1' } },\n  response: { status: 404, message: 'Not Found', header: {} },\n  app: { subdomainOffset: 2, proxy: false, env: 'x' },\n  originalUrl: '/u',\n  req: '<original node req>',\n  res: '<original node res>',\n  socket: '<original node socket>'\n}",
      ),
      JSON.stringify("{ method: 'GET', url: '/u', header: { a: '1' } }"),
      JSON.stringify("{ status: 404, message: 'Not Found', header: {}, body: undefined }"),
    ],
  },
])
