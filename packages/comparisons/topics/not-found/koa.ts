import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function home(ctx, next) {
    if (ctx.path === '/') ctx.body = 'home'
    else await next()
  })

  return app
}

export default program
