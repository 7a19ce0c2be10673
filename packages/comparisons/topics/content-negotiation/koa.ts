import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/user', function user(ctx) {
    ctx.vary('Accept')
    switch (ctx.accepts('html', 'json')) {
      case 'html':
        ctx.body = '<p>Ada</p>'
        break
      case 'json':
        ctx.body = { name: 'Ada' }
        break
      default:
        ctx.throw(406)
    }
  })

  router.get('/versions', function versions(ctx) {
    ctx.vary('Accept')
    const type = ctx.accepts('application/json; version=2', 'application/json')
    if (!type) ctx.throw(406)
    ctx.type = type as string
    ctx.body = String(type).includes('version=2') ? '{"fullName":"Ada"}' : '{"name":"Ada"}'
  })

  router.get('/language', function language(ctx) {
    ctx.vary('Accept-Language')
    ctx.body = ctx.acceptsLanguages('en', 'zh') || 'neither'
  })

  router.post('/note', function note(ctx) {
    ctx.body = ctx.is('json', 'text') || 'neither'
  })

  app.use(router.routes())
  return app
}

export default program
