import type { Middleware } from '@await-next/mini-koa'
import type { KoaProgram } from '../../src/topic.ts'

/** The middleware, but not below `prefix`. */
function unless(prefix: string, middleware: Middleware): Middleware {
  return async function checkPath(ctx, next) {
    if (ctx.path.startsWith(prefix)) await next()
    else await middleware(ctx, next)
  }
}

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  const requireKey: Middleware = async function requireKey(ctx, next) {
    if (ctx.get('X-Key') === 'secret') await next()
    else ctx.status = 401
  }
  app.use(unless('/public', requireKey))

  app.use(async function handler(ctx) {
    ctx.body = `welcome to ${ctx.path}`
  })

  return app
}

export default program
