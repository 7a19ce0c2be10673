import { inspect } from 'node:util'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/whole', async function whole(ctx) {
    ctx.body = JSON.stringify(ctx)
  })

  router.get('/picked', async function picked(ctx) {
    const { method, url, headers } = ctx.request
    ctx.body = { method, url, headers }
  })

  router.get('/console', async function shown(ctx) {
    ctx.body = 'so far'
    ctx.body = [ctx.request, ctx.response, app].map((one) => inspect(one)).join('\n')
  })

  return app.use(router.routes())
}

export default program
