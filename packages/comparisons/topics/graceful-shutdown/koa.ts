import { createServer } from 'node:http'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, wait }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/slow', async function slow(ctx) {
    await wait(60)
    ctx.body = 'done'
  })

  // What a real app does on SIGTERM; here a request asks for it.
  router.post('/shutdown', async function shutdown(ctx) {
    ctx.body = 'closing'
    server.close()
    server.closeIdleConnections()
  })

  app.use(router.routes())
  const server = createServer(app.callback())
  return server
}

export default program
