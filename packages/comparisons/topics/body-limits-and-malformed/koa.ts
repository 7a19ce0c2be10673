import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { koaBody }) => {
  const app = new Koa()

  app.use(async function problem(ctx, next) {
    try {
      await next()
    } catch (err) {
      const { status, type } = err as { status?: number; type?: string }
      ctx.status = status ?? 500
      ctx.body = { status, type }
    }
  })

  app.use(koaBody({ jsonLimit: 20 }))

  app.use(async function echo(ctx) {
    ctx.body = ctx.request.body
  })

  return app
}

export default program
