import { readFile } from 'node:fs/promises'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/400', function badInput(ctx) {
    ctx.throw(400, 'age must be a number')
  })

  router.get('/502', function badGateway(ctx) {
    ctx.throw(502, '10.0.0.7 refused the password')
  })

  router.get('/429', function tooMany(ctx) {
    ctx.throw(429, 'slow down', { headers: { 'Retry-After': '60' } })
  })

  router.get('/200', function noErrorStatus() {
    throw Object.assign(new Error('all is well'), { status: 200 })
  })

  router.get('/file', async function missingFile(ctx) {
    ctx.body = await readFile('/no/such/file')
  })

  app.use(router.routes())
  return app
}

export default program
