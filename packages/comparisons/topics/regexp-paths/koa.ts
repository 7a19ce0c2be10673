import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get(/^\/v(\d+)\/(\w+)$/, function numbered(ctx) {
    ctx.body = { params: ctx.params, captures: ctx.captures }
  })

  router.get(/^\/(?<year>\d{4})-(?<month>\d{2})$/, function named(ctx) {
    ctx.body = { params: ctx.params, captures: ctx.captures }
  })

  app.use(router.routes())
  return app
}

export default program
