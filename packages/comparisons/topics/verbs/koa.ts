import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router
    .get('/notes', function list(ctx) {
      ctx.body = 'all notes'
    })
    .post('/notes', function create(ctx) {
      ctx.status = 201
      ctx.body = 'created'
    })
    .delete('/notes/:id', function remove(ctx) {
      ctx.status = 204
    })
    .all('/ping', function ping(ctx) {
      ctx.body = `${ctx.method} pong`
    })

  app.use(router.routes())
  return app
}

export default program
