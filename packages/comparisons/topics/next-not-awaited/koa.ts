import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router, wait }) => {
  const app = new Koa()
  const router = new Router()

  app.use(async function outer(_ctx, next) {
    next()
  })

  router.get('/', async function handler(ctx) {
    await wait(5)
    ctx.body = 'hello'
  })

  router.get('/fails', async function fails() {
    await wait(5)
    throw new Error('too late')
  })

  app.use(router.routes())
  return app
}

export default program
