import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const api = new Router({ prefix: '/api' })

  api.use(async function stamp(ctx, next) {
    ctx.set('X-API', '1')
    await next()
  })

  api.get('/status', async function status(ctx) {
    ctx.body = { url: ctx.url, matched: ctx._matchedRoute, originalUrl: ctx.originalUrl }
  })

  app.use(api.routes())
  return app
}

export default program
