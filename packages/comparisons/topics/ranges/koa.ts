import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  const file = fileURLToPath(new URL('alphabet.txt', import.meta.url))

  router.get('/file', function sendsFile(ctx) {
    ctx.type = 'text/plain'
    ctx.body = createReadStream(file)
  })

  app.use(router.routes())
  return app
}

export default program
