import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/old', function old(ctx) {
    ctx.redirect('/new')
  })

  router.get('/moved', function moved(ctx) {
    ctx.status = 301
    ctx.redirect('/新?q=<b>')
  })

  router.get('/back', function back(ctx) {
    ctx.back('/')
  })

  app.use(router.routes())
  return app
}

export default program
