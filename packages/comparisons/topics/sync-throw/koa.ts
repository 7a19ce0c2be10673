import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(function guard(ctx, next) {
    try {
      return next()
    } catch {
      ctx.status = 503
      ctx.body = 'guard caught it'
    }
  })

  app.use(function handler() {
    throw new Error('at once')
  })

  return app
}

export default program
