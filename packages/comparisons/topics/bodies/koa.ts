import { buffer } from 'node:stream/consumers'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, koaBody }) => {
  const app = new Koa()
  const router = new Router()

  router.post('/json', koaBody(), async function json(ctx) {
    ctx.body = { got: ctx.request.body }
  })

  router.post('/form', koaBody(), async function form(ctx) {
    ctx.body = { got: ctx.request.body }
  })

  router.post('/text', koaBody(), async function text(ctx) {
    ctx.body = `${typeof ctx.request.body}: ${ctx.request.body}`
  })

  router.post('/raw', async function raw(ctx) {
    const bytes = await buffer(ctx.req)
    ctx.body = `${bytes.length} bytes, the last one is ${bytes.at(-1)}`
  })

  router.post('/none', async function none(ctx) {
    ctx.body = `ctx.request.body is ${ctx.request.body}`
  })

  return app.use(router.routes())
}

export default program
