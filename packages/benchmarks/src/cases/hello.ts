/**
 * The least that an app can do.
 *
 * @module
 */
import { createServer, type RequestListener } from 'node:http'
import { get, type HttpCase, type Programs } from '../case.ts'
import { expressText, koaText, saying } from '../raw.ts'

/** The programs that say hello; others build on them. */
export const helloPrograms = {
  express({ express }) {
    const app = express()
    app.get('/', (_req, res) => {
      res.send('hello')
    })
    return app
  },
  koa({ Koa }) {
    const app = new Koa()
    app.use((ctx) => {
      ctx.body = 'hello'
    })
    return app
  },
  raw: {
    express: saying(expressText('hello')),
    koa: saying(koaText('hello')),
  },
} satisfies Programs

export const hello: HttpCase = {
  kind: 'http',
  id: 'hello',
  title: { en: 'hello', zh: 'hello' },
  unit: 'µs',
  ask: get('/'),
  ...helloPrograms,
  peers: {
    polka: ({ polka }) => polka().get('/', (_req, res) => void res.end('hello')),
    tinyhttp: ({ App }) => new App().get('/', (_req, res) => void res.send('hello')),
    fastify: ({ fastify }) => fastify().get('/', async () => 'hello') as never,
    hono: ({ Hono }) => new Hono().get('/', (c) => c.text('hello')),
  },
}

/** As above, in a server that somebody else has made. */
export const helloServer: HttpCase = {
  kind: 'http',
  id: 'hello-server',
  title: { en: 'hello through http.createServer(app)', zh: '经 http.createServer(app) 的 hello' },
  unit: 'µs',
  ask: get('/'),
  express: (tools) => createServer(helloPrograms.express(tools) as unknown as RequestListener),
  koa: (tools) => createServer(helloPrograms.koa(tools).callback()),
  raw: helloPrograms.raw,
}
