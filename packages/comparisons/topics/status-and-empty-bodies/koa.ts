import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/:status', function withStatus(ctx) {
    ctx.status = Number(ctx.params.status)
    ctx.body = 'a body'
  })

  router.get('/only/:status', function onlyStatus(ctx) {
    ctx.status = Number(ctx.params.status)
  })

  app.use(router.routes())
  return app
}

export default program
