import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/notes', function list(ctx) {
    ctx.body = 'all notes'
  })

  router.post('/notes', function create(ctx) {
    ctx.status = 201
  })

  router.get('/strict', function strict(ctx) {
    ctx.body = 'strict'
  })

  app.use(router.routes())
  app.use(router.allowedMethods())
  return app
}

export default program
