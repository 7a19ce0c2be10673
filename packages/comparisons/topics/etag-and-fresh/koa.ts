import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/', function handler(ctx) {
    ctx.body = 'the same as ever'
  })

  router.get('/stamped', function stamped(ctx) {
    ctx.status = 200
    ctx.lastModified = new Date('2026-11-25')
    if (ctx.fresh) ctx.status = 304
    else ctx.body = 'made with much work'
  })

  app.use(router.routes())
  return app
}

export default program
