import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  app.use(async function log(ctx, next) {
    await next()
    console.log(ctx.method, ctx.url, ctx.status, ctx.length ?? '-')
  })

  app.use(async function failed(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = (err as { status: number }).status
      ctx.body = 'sorry'
    }
  })

  router.get('/', async function home(ctx) {
    ctx.body = 'hello'
  })
  router.get('/broken', async function broken() {
    throw Object.assign(new Error('out of paper'), { status: 503 })
  })

  return app.use(router.routes())
}

export default program
