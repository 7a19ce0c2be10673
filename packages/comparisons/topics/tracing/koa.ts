import type { Context, Middleware, Next } from '@await-next/mini-koa'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, wait }) => {
  const lines: string[] = []

  /** The same middleware, which tells when it begins and how it ends. */
  function traced(middleware: Middleware): Middleware {
    return async function watched(ctx: Context, next: Next) {
      if (ctx.path === '/trace') return middleware(ctx, next)
      const name = 'router' in middleware ? 'the router' : middleware.name
      lines.push(`start ${name}`)
      try {
        await middleware(ctx, next)
        lines.push(`end ${name}`)
      } catch (err) {
        lines.push(`error ${name} ${(err as Error).message}`)
        throw err
      }
    }
  }

  const app = new Koa()
  const { compose } = app
  app.compose = (stack) => compose(stack.map(traced))
  const router = new Router()

  app.use(async function onError(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 500
      ctx.body = (err as Error).message
    }
  })

  router.param('id', async function load(id, _ctx, next) {
    await wait(1)
    if (id === '0') throw new Error('nobody')
    await next()
  })

  router.get('/users/:id', async function user(ctx) {
    await wait(1)
    ctx.body = `user ${ctx.params.id}`
  })

  router.get('/throws', function throws() {
    throw new Error('at once')
  })

  router.get('/rejects', async function rejects() {
    await wait(1)
    throw new Error('later')
  })

  router.get('/passes-on', async function passesOn() {
    throw new Error('early')
  })

  router.get('/skips', async function skips(_ctx, next) {
    await next()
  })

  router.get('/trace', async function trace(ctx) {
    ctx.body = lines.splice(0)
  })

  app.use(router.routes())
  return app
}

export default program
