import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/page', function page(ctx) {
    ctx.body = 'a page of text'
  })

  router.post('/form', function form(ctx) {
    ctx.body = 'thanks'
  })

  router.head('/own', function ownHead(ctx) {
    ctx.set('X-Cheap', 'yes')
    ctx.status = 200
  })

  router.get('/own', function ownGet(ctx) {
    ctx.body = 'expensive'
  })

  app.use(router.routes())
  return app
}

export default program
