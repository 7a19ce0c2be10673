import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function twice(_ctx, next) {
    await next()
    await next()
  })

  app.use(async function first(ctx) {
    ctx.body = 'first'
  })

  app.use(async function second() {
    // Nothing leads here: first does not call its own next().
  })

  return app
}

export default program
