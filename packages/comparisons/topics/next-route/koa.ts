import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/users/:id', async function admin(ctx, next) {
    if (ctx.params.id !== '1') return next()
    ctx.body = 'the administrator'
  })

  router.get('/users/:id', async function user(ctx) {
    ctx.body = `user ${ctx.params.id}`
  })

  app.use(router.routes())
  return app
}

export default program
