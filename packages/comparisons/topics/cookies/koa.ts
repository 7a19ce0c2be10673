import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()
  app.keys = ['a secret']

  router.get('/set', function set(ctx) {
    ctx.cookies.set('theme', encodeURIComponent('dark & blue'), {
      expires: new Date('2038-01-01'),
      signed: false,
    })
    ctx.cookies.set('user', 'ada', { signed: true })
    ctx.body = 'set'
  })

  router.get('/read', function read(ctx) {
    const theme = ctx.cookies.get('theme', { signed: false })
    ctx.body = {
      theme: theme && decodeURIComponent(theme),
      user: ctx.cookies.get('user', { signed: true }),
    }
  })

  router.get('/clear', function clear(ctx) {
    ctx.cookies.set('theme', null, { signed: false })
    ctx.body = 'cleared'
  })

  app.use(router.routes())
  return app
}

export default program
