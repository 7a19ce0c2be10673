import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/report{.:format}', function report(ctx) {
    ctx.body = ctx.params
  })

  router.get('/files/*path', function file(ctx) {
    ctx.body = ctx.params
  })

  router.get('/why-not', function whyNot(ctx) {
    const oldStyle: string = '/users/:id?'
    try {
      router.get(oldStyle, report)
    } catch (err) {
      ctx.body = (err as Error).message
    }
  })

  function report() {}

  app.use(router.routes())
  return app
}

export default program
