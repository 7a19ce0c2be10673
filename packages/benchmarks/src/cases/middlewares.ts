/**
 * Handlers that only pass on what comes.
 *
 * @module
 */
import { get, type HttpCase } from '../case.ts'
import { helloPrograms } from './hello.ts'

/** Hello behind so many of them. */
export function behindMiddlewares(count: number): HttpCase {
  const times = Array.from({ length: count })
  return {
    kind: 'http',
    id: `middlewares-${count}`,
    title: { en: `${count} middlewares`, zh: `${count} 个中间件` },
    unit: 'µs',
    ask: get('/'),
    express({ express }) {
      const app = express()
      for (const _ of times) app.use((_req, _res, next) => next())
      app.get('/', (_req, res) => {
        res.send('hello')
      })
      return app
    },
    koa({ Koa }) {
      const app = new Koa()
      for (const _ of times) app.use((_ctx, next) => next())
      app.use((ctx) => {
        ctx.body = 'hello'
      })
      return app
    },
    raw: helloPrograms.raw,
    peers: {
      polka({ polka }) {
        const app = polka()
        for (const _ of times) app.use((_req, _res, next) => void next())
        return app.get('/', (_req, res) => void res.end('hello'))
      },
      tinyhttp({ App }) {
        const app = new App()
        for (const _ of times) app.use((_req, _res, next) => void next?.())
        return app.get('/', (_req, res) => void res.send('hello'))
      },
      fastify({ fastify }) {
        const app = fastify()
        for (const _ of times) app.addHook('onRequest', (_req, _reply, done) => done())
        return app.get('/', async () => 'hello') as never
      },
      hono({ Hono }) {
        const app = new Hono()
        for (const _ of times) app.use((_c, next) => next())
        return app.get('/', (c) => c.text('hello'))
      },
    },
  }
}
