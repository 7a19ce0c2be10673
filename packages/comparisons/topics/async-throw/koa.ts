import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, wait }) => {
  const app = new Koa()
  const router = new Router()

  app.use(async function errorHandler(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.status = 500
      ctx.body = { error: (err as Error).message }
    }
  })

  router.get('/async', async function throwsAsync() {
    await wait(5)
    throw new Error('in an async function')
  })

  router.get('/forgotten', function forgetsPromise() {
    void wait(5).then(function later() {
      throw new Error('in a promise that nobody returned')
    })
  })

  router.get('/callback', function usesCallback() {
    setTimeout(function later() {
      throw new Error('in a callback')
    }, 5)
  })

  app.use(router.routes())
  return app
}

export default program
