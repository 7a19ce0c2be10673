import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/twice', async function twice(ctx) {
    ctx.body = 'one'
    ctx.body = 'two'
  })

  router.get('/goes-on', async function goesOn(ctx, next) {
    ctx.body = 'one'
    await next()
  })

  app.use(router.routes())

  app.use(async function fallback(ctx) {
    ctx.body = 'fallback'
  })

  return app
}

export default program
