import ratelimit from 'koa-ratelimit'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa({ proxy: true, maxIpsCount: 1 })

  app.use(
    ratelimit({
      driver: 'memory',
      db: new Map(),
      max: 2,
      duration: 60_000,
      id: (ctx) => ctx.ip,
      disableHeader: true,
      errorMessage: 'Too many requests, please try again later.',
    }),
  )

  app.use(async function home(ctx) {
    ctx.body = 'hello'
  })

  return app
}

export default program
