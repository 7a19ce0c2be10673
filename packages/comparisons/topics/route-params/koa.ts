import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/users/:id', function user(ctx) {
    ctx.body = ctx.params
  })

  router.get('/files/*path', function file(ctx) {
    ctx.body = ctx.params
  })

  app.use(router.routes())
  return app
}

export default program
