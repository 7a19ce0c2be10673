import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/', function handler(ctx) {
    ctx.set('X-One', '1')
    ctx.set({ 'X-Two': '2', 'X-Three': '3' })
    ctx.append('Link', '<a>')
    ctx.append('Link', '<b>')
    ctx.remove('X-Three')
    ctx.body = `you are ${ctx.get('user-agent')}`
  })

  router.get('/list', function list(ctx) {
    ctx.append('Link', '</list?page=2>; rel="next"')
    ctx.append('Link', ['</list.json>; rel="alternate"', '</list.csv>; rel="alternate"'])
    ctx.append('Link', '</list?page=9>; rel="last"')
    ctx.body = 'page 1'
  })

  router.get('/invalid', function invalid(ctx) {
    ctx.set('X-Name', '名')
    ctx.body = 'never'
  })

  router.get('/split', function split(ctx) {
    ctx.set('X-Name', String(ctx.query.name))
    ctx.body = 'never'
  })

  router.get('/late', function late(ctx) {
    ctx.body = 'sent'
    ctx.set('X-Late', 'yes')
  })

  app.use(router.routes())
  return app
}

export default program
