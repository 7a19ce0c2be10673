import serverless from 'serverless-http'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, koaBody }) => {
  const app = new Koa()
  const router = new Router()
  app.use(koaBody())

  router.post('/orders/:id', async function order(ctx) {
    ctx.status = 201
    ctx.body = { id: ctx.params.id, express: ctx.query['express'], body: ctx.request.body }
  })
  app.use(router.routes())

  // What a cloud calls: exports.main = handler
  const handler = serverless(app)

  const cloud = new Koa()
  cloud.use(koaBody({ jsonLimit: '1mb' }))
  cloud.use(async function invoke(ctx) {
    ctx.body = await handler(ctx.request.body as object, {})
  })
  return cloud
}

export default program
