import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { wait }) => {
  const app = new Koa()

  app.use(async function outer(_ctx, next) {
    await next()
  })

  app.use(async function handler(ctx) {
    await wait(5)
    ctx.body = 'hello'
  })

  return app
}

export default program
