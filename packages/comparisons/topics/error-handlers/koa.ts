import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  app.on('error', function log(err: Error) {
    console.error(`unexpected: ${err.message}`)
  })

  app.use(async function unexpected(ctx, next) {
    try {
      await next()
    } catch (err) {
      ctx.app.emit('error', err, ctx)
      ctx.status = 500
      ctx.body = { error: 'something broke' }
    }
  })

  app.use(async function expected(ctx, next) {
    try {
      await next()
    } catch (err) {
      const { status, message } = err as { status?: number; message: string }
      if (status === undefined) throw err
      ctx.status = status
      ctx.body = { error: message }
    }
  })

  router.get('/users/:id', function user(ctx) {
    ctx.throw(404, 'no such user')
  })

  router.get('/boom', function boom() {
    throw new Error('out of memory')
  })

  app.use(router.routes())
  return app
}

export default program
