/**
 * Routers in routers, and apps in apps.
 *
 * @module
 */
import type { Koa } from '@await-next/mini-koa'
import { get, type HttpCase } from '../case.ts'
import { helloPrograms } from './hello.ts'

export const nested: HttpCase = {
  kind: 'http',
  id: 'nested',
  title: { en: 'routers 3 deep', zh: '3 层嵌套路由器' },
  unit: 'µs',
  ask: get('/a/b/c/d'),
  koaTools: ['Router'],
  express({ express }) {
    const [outer, middle, inner] = [express.Router(), express.Router(), express.Router()]
    inner.get('/d', (_req, res) => {
      res.send('hello')
    })
    middle.use('/c', inner)
    outer.use('/b', middle)
    const app = express()
    app.use('/a', outer)
    return app
  },
  koa({ Koa, Router }) {
    const [outer, middle, inner] = [new Router(), new Router(), new Router()]
    inner.get('/d', (ctx) => {
      ctx.body = 'hello'
    })
    middle.use('/b/c', inner.routes())
    outer.use('/a', middle.routes())
    return new Koa().use(outer.routes())
  },
  raw: helloPrograms.raw,
}

export const mounted: HttpCase = {
  kind: 'http',
  id: 'mounted',
  title: { en: 'apps mounted 3 deep', zh: '3 层挂载的应用' },
  unit: 'µs',
  ask: get('/a/b/c'),
  koaTools: ['mount'],
  express({ express }) {
    const [outer, middle, inner] = [express(), express(), express()]
    inner.get('/', (_req, res) => {
      res.send('hello')
    })
    middle.use('/c', inner)
    outer.use('/b', middle)
    const app = express()
    app.use('/a', outer)
    return app
  },
  koa({ Koa, mount }) {
    const around = (path: string, inner: Koa): Koa => {
      const app = new Koa()
      // koa-mount's types stand on those of another package.
      app.use(mount(path, inner as never) as never)
      return app
    }
    const inner = new Koa()
    inner.use((ctx) => {
      ctx.body = 'hello'
    })
    return around('/a', around('/b', around('/c', inner)))
  },
  raw: helloPrograms.raw,
}
