import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const users = new Router()
  const pages = new Router()

  users.get('/users/:id', async function byId(ctx) {
    ctx.body = `user ${ctx.params.id}`
  })

  users.get('/users/me', async function me(ctx) {
    ctx.body = 'myself'
  })

  pages.get('/about', async function about(ctx) {
    ctx.body = 'about us'
  })

  app.use(users.routes())

  app.use(async function tooLate(ctx, next) {
    ctx.set('X-Seen', 'yes')
    await next()
  })

  app.use(pages.routes())
  return app
}

export default program
