/**
 * Finding one route among many, and reading a param from it.
 *
 * @module
 */
import { get, type HttpCase, type Peers } from '../case.ts'
import { expressText, koaText, saying } from '../raw.ts'
import { helloPrograms } from './hello.ts'

/** Which of them is asked for. */
export type Place = 'first' | 'middle' | 'last'

/** Hello at one of so many routes. */
export function amongRoutes(count: number, place: Place): HttpCase {
  const paths = Array.from({ length: count }, (_, at) => `/resource-${at}/items`)
  const at = { first: 0, middle: Math.floor(count / 2), last: count - 1 }[place]
  return {
    kind: 'http',
    id: `routes-${count}-${place}`,
    title: {
      en: `${count} routes, the ${place}`,
      zh: `${count} 条路由，命中${{ first: '第一条', middle: '中间一条', last: '最后一条' }[place]}`,
    },
    unit: 'µs',
    ask: get(paths[at] as string),
    koaTools: ['Router'],
    express({ express }) {
      const app = express()
      for (const path of paths) {
        app.get(path, (_req, res) => {
          res.send('hello')
        })
      }
      return app
    },
    koa({ Koa, Router }) {
      const router = new Router()
      for (const path of paths) {
        router.get(path, (ctx) => {
          ctx.body = 'hello'
        })
      }
      return new Koa().use(router.routes())
    },
    raw: helloPrograms.raw,
    // One of all is enough to see where they stand.
    ...(count === 1000 && place === 'middle' && { peers: peersWith(paths) }),
  }
}

function peersWith(paths: readonly string[]): Peers {
  return {
    polka({ polka }) {
      const app = polka()
      for (const path of paths) app.get(path, (_req, res) => void res.end('hello'))
      return app
    },
    tinyhttp({ App }) {
      const app = new App()
      for (const path of paths) app.get(path, (_req, res) => void res.send('hello'))
      return app
    },
    fastify({ fastify }) {
      const app = fastify()
      for (const path of paths) app.get(path, async () => 'hello')
      return app as never
    },
    hono({ Hono }) {
      const app = new Hono()
      for (const path of paths) app.get(path, (c) => c.text('hello'))
      return app
    },
  }
}

export const param: HttpCase = {
  kind: 'http',
  id: 'param',
  title: { en: 'a route with a param', zh: '带参数的路由' },
  unit: 'µs',
  ask: get('/users/42'),
  koaTools: ['Router'],
  express({ express }) {
    const app = express()
    app.get('/users/:id', (req, res) => {
      res.send(`user ${req.params.id}`)
    })
    return app
  },
  koa({ Koa, Router }) {
    const router = new Router()
    router.get('/users/:id', (ctx) => {
      ctx.body = `user ${ctx.params.id}`
    })
    return new Koa().use(router.routes())
  },
  raw: {
    express: saying(expressText('user 42')),
    koa: saying(koaText('user 42')),
  },
}
