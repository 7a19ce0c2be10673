import { createHash } from 'node:crypto'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa({ proxy: true, maxIpsCount: 1 })
  const router = new Router()

  app.use(async function etag(ctx, next) {
    await next()
    if (ctx.path === '/strong') {
      ctx.etag = createHash('sha1').update(String(ctx.body)).digest('hex').slice(0, 8)
    }
  })

  router.get('/', async function shape(ctx) {
    const hide = (key: string, value: unknown) => (key === 'password' ? undefined : value)
    ctx.type = 'json'
    ctx.body = JSON.stringify({ name: '<Ada>', password: 'secret' }, hide, 2)
  })

  router.get('/settings', async function settings(ctx) {
    ctx.body = app
  })

  router.get('/wrong', async function wrong(ctx) {
    Object.assign(app, { subdomainOfset: 3 })
    ctx.body = 'nobody minds'
  })

  router.get(['/admin', '/strong'], async function inside(ctx) {
    ctx.body = `${JSON.stringify(ctx.query)} ${ctx.ip}`
  })

  return app.use(router.routes())
}

export default program
