import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { wait }) => {
  const app = new Koa()

  app.use(async function guard(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 503
      ctx.body = `guard caught: ${(err as Error).message}`
    }
  })

  app.use(async function handler() {
    await wait(5)
    throw new Error('too late')
  })

  return app
}

export default program
