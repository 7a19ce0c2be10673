import type { DefaultState } from '@await-next/mini-koa'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa<DefaultState, { greeting: string }>()
  app.context.greeting = 'hello'

  app.use(async function findUser(ctx, next) {
    if (ctx.query.user) ctx.state.user = ctx.query.user
    await next()
  })

  app.use(async function handler(ctx) {
    const { user = 'stranger' } = ctx.state
    ctx.body = `${ctx.greeting}, ${user}`
  })

  return app
}

export default program
