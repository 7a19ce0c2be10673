import cors from '@koa/cors'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router({ prefix: '/shop' })
  const others = new Router()

  app.use(async function forErrors(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 500
      ctx.body = [...ctx.state['walk'], `error: ${(err as Error).message}`]
    }
  })

  app.use(async function ofTheApplication(ctx, next) {
    ctx.state['walk'] = ['application']
    await next()
  })

  router.use(async function ofTheRouter(ctx, next) {
    ctx.state['walk'].push('router')
    await next()
  })

  router.get(
    '/',
    async function ofTheRoute(ctx, next) {
      ctx.state['walk'].push('route')
      await next()
    },
    async function handler(ctx) {
      ctx.body = ctx.state['walk']
    },
  )
  router.get('/broken', async function broken() {
    throw new Error('broken')
  })

  others.get('/third-party', cors({ origin: '*' }), async function thirdParty(ctx) {
    ctx.body = ctx.state['walk']
  })

  return app.use(router.routes()).use(others.routes())
}

export default program
