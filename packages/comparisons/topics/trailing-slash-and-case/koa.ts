import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  const exact = new Router({ sensitive: true, strict: true })

  router.get('/about', function about(ctx) {
    ctx.body = 'about'
  })

  exact.get('/Docs/', function docs(ctx) {
    ctx.body = 'docs'
  })

  app.use(router.routes())
  app.use(exact.routes())
  return app
}

export default program
