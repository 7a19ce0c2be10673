import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  const users = new Map([['1', 'Ada']])

  router.param('id', async function loadUser(id, ctx, next) {
    const user = users.get(id)
    if (!user) return ctx.throw(404, `no user ${id}`)
    ctx.state.user = user
    await next()
  })

  router.get('/users/:id', async function first(ctx, next) {
    ctx.set('X-First', ctx.state.user)
    await next()
  })

  router.get('/users/:id', async function second(ctx) {
    ctx.body = `hello ${ctx.state.user}`
  })

  app.use(router.routes())
  return app
}

export default program
