import type { DefaultState } from '@await-next/mini-koa'
import mount from 'koa-mount'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()
  const blog = new Koa<DefaultState, { mountPath: string }>()

  app.use(async function errorHandler(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 500
      ctx.body = `caught outside: ${(err as Error).message}`
    }
  })

  blog.use(async function post(ctx, next) {
    if (ctx.path !== '/post') return next()
    ctx.body = { path: ctx.path, mountPath: ctx.mountPath, originalUrl: ctx.originalUrl }
  })

  blog.use(async function boom(ctx, next) {
    if (ctx.path !== '/boom') return next()
    throw new Error('blog is ill')
  })

  // The types of koa-mount know only those of Koa.
  app.use(mount('/blog', blog as never))

  app.use(async function fallback(ctx) {
    ctx.body = `fallback at ${ctx.path}`
  })

  return app
}

export default program
