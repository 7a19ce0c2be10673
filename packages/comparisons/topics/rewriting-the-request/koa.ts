import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  app.use(async function override(ctx, next) {
    ctx.method = ctx.get('X-HTTP-Method-Override') || ctx.method
    await next()
  })

  app.use(async function rename(ctx, next) {
    ctx.path = ctx.path.replace(/^\/old\//, '/')
    await next()
  })

  app.use(async function addPage(ctx, next) {
    ctx.query = { ...ctx.query, page: '1' }
    await next()
  })

  router.get('/list', async function list(ctx) {
    const { url, originalUrl, path, search, query } = ctx
    ctx.body = { url, originalUrl, path, search, query }
  })

  router.delete('/list', async function empty(ctx) {
    ctx.body = 'emptied'
  })

  router.get('/assigned', async function assigned(ctx) {
    ctx.search = '?page=2'
    ctx.body = ctx.query
  })

  return app.use(router.routes())
}

export default program
