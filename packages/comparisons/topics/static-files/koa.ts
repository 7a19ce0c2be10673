import path from 'node:path'
import serve from 'koa-static'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()
  const folder = path.join(import.meta.dirname, 'public')

  app.use(async function pinned(ctx, next) {
    await next()
    ctx.remove('Last-Modified') // of the checkout, not of the file
  })

  app.use(serve(folder, { maxage: 3_600_000 }))

  app.use(async function fallback(ctx) {
    ctx.status = 404
    ctx.body = `no file for ${ctx.path}`
  })

  return app
}

export default program
