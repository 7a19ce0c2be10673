import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('user', '/users/:name', function user(ctx) {
    ctx.body = `hello ${ctx.params.name}`
  })

  router.get('/link', function link(ctx) {
    ctx.body = router.url('user', { name: 'a/b c' })
  })

  router.get('/me', function me(ctx) {
    ctx.redirect(router.url('user', { name: 'ada' }) as string)
  })

  app.use(router.routes())
  return app
}

export default program
