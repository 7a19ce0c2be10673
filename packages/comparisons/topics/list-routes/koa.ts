import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  const users = new Router({ prefix: '/users' })

  users.get('/:id', answer)
  users.delete('/:id', answer)
  router.use(users.routes())
  router.all(['/ping', '/health'], answer)

  router.get('/routes', async function routes(ctx) {
    ctx.body = router.stack
      .filter(({ methods }) => methods.length > 0)
      .map(({ methods, path }) => `${methods.join(',')} ${path}`)
  })

  async function answer(ctx: { body: unknown }) {
    ctx.body = 'here'
  }

  return app.use(router.routes())
}

export default program
