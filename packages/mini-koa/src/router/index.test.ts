import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { routerPair, routing } from '../../test/pair.ts'
import type { RouterMiddleware } from './index.ts'

const tell: RouterMiddleware = (ctx) => {
  ctx.body = [
    ctx.params,
    ctx.captures,
    ctx.routerPath,
    ctx._matchedRoute,
    ctx._matchedRouteName ?? 'unnamed',
    ctx.routeMatched,
  ]
}

describeBehaviours('router.get(path, fn)', routerPair, [
  {
    name: 'takes names, wildcards, optional groups and regular expressions',
    program: routing((router) => {
      for (const path of ['/a/:id', '/b/*rest', '/c{/:opt}', '/d/:x-:y', /^\/e(\d)$/])
        router.get(path, tell)
    }),
    requests: [
      '/a/1',
      '/a/',
      '/a/%zz',
      '/a/x%2Fy',
      '/b/x/y%20z',
      '/c',
      '/c/1',
      '/d/1-2',
      '/e5',
      '/A/1/',
    ].map((target) => ({ target })),
    expects: [
      { body: /^\[\{"id":"1"\},\["1"\],"\/a\/:id"/ },
      { status: 404 },
      { body: /"%zz"/ },
      { body: /"x\/y"/ },
    ],
  },
  {
    name: 'runs every layer that fits, in order, as one stack',
    program: routing((router) => {
      router.get('/:one', async (ctx, next) => {
        await next()
        ctx.body = `${ctx.body} wrapped, ${JSON.stringify(ctx.params)}`
      })
      router.get('/:two', (ctx) => {
        ctx.body = 'inner'
      })
    }),
    requests: [{ target: '/x' }],
    expects: [{ body: 'inner wrapped, {"one":"x","two":"x"}' }],
  },
  {
    name: 'goes on to the next middleware where nothing fits, or the last calls next',
    program: ({ Koa, Router }) => {
      const router = new Router()
      router.get('/on', (_ctx, next) => next())
      return new Koa().use(router.routes()).use((ctx) => {
        ctx.body = 'outside'
      })
    },
    requests: ['/on', '/none'].map((target) => ({ target })),
    expects: [{ body: 'outside' }, { body: 'outside' }],
  },
  {
    name: 'answers HEAD too, and other methods by their own',
    program: routing((router) => {
      router.get('/x', tell)
      router.post('/x', tell)
      router.del('/x', tell)
      router.all('/all', tell)
    }),
    requests: ['HEAD', 'POST', 'DELETE', 'PUT', 'OPTIONS'].flatMap((method) =>
      ['/x', '/all'].map((target) => ({ method, target })),
    ),
    expects: [
      { status: 200 },
      { status: 200 },
      { status: 200 },
      { status: 200 },
      { status: 200 },
      { status: 200 },
      { status: 405 },
    ],
  },
  {
    name: 'gives a route its name',
    program: routing((router) => router.get('user', '/users/:id', tell)),
    requests: [{ target: '/users/7' }],
    expects: [{ body: /"user",true\]$/ }],
  },
])

describeBehaviours('router.allowedMethods(options)', routerPair, [
  {
    name: 'answers 405, 501 and OPTIONS with what is allowed',
    program: routing((router) => router.get('/x', tell).put('/x', tell)),
    requests: ['POST', 'OPTIONS', 'COPY', 'GET'].flatMap((method) =>
      ['/x', '/none'].map((target) => ({ method, target })),
    ),
    expects: [
      { status: 405, headers: { allow: 'HEAD, GET, PUT' } },
      { status: 404 },
      { status: 200, headers: { allow: 'HEAD, GET, PUT' } },
      { status: 404 },
      { status: 501 },
      { status: 501 },
    ],
  },
  {
    name: 'throws instead when it is to',
    program: ({ Koa, Router }) => {
      const router = new Router().get('/x', tell)
      const own = {
        throw: true,
        methodNotAllowed: () =>
          Object.assign(new Error('own words'), { status: 405, expose: true }),
      }
      return new Koa().use(router.routes()).use(router.allowedMethods(own))
    },
    requests: ['POST', 'COPY'].map((method) => ({ method, target: '/x' })),
    expects: [
      { status: 405, body: 'own words' },
      { status: 501, body: 'Not Implemented' },
    ],
  },
])

describeValues('mistakes at registration', routerPair, [
  ...[
    ['get()', 'Error: You have to provide a path when adding a get handler'],
    ['all()', 'Error: You have to provide a path when adding an all handler'],
    ["get('/x', 7)", 'Error: get `/x`: `middleware` must be a function, not `number`'],
    ["get('name', '/x', null)", 'Error: get `name`: `middleware` must be a function, not `object`'],
  ].map(([name = '', expected]) => ({
    name,
    compute: ({ Router }: typeof routerPair.frameworks.mini) => {
      const router = new Router() as unknown as Record<string, (...args: unknown[]) => unknown>
      const [, method = '', args = ''] = /^(\w+)\((.*)\)$/.exec(name) ?? []
      try {
        router[method]?.(...JSON.parse(`[${args.replaceAll("'", '"')}]`))
        return 'nothing'
      } catch (err) {
        return `${(err as Error).name}: ${(err as Error).message}`
      }
    },
    expected,
  })),
])
