import mount from 'koa-mount'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()
  const admin = new Koa()

  admin.use(async function show(ctx) {
    const { method, originalUrl, mountPath, url, path, query } = ctx as typeof ctx & {
      mountPath: string
    }
    ctx.body = { method, originalUrl, mountPath, url, path, query }
  })

  app.use(mount('/admin', admin as never))
  return app
}

export default program
