import qs from 'qs'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/', function plain(ctx) {
    ctx.body = ctx.query
  })

  router.get('/nested', function extended(ctx) {
    ctx.body = qs.parse(ctx.querystring)
  })

  app.use(router.routes())
  return app
}

export default program
