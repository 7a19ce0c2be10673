import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function user(ctx) {
    const user = { name: 'Ada', note: '\u2028' }
    const { callback } = ctx.query
    if (typeof callback !== 'string') {
      ctx.body = user
      return
    }
    const name = callback.replace(/[^\w$.[\]]/g, '')
    const json = JSON.stringify(user)
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029')
    ctx.type = 'text/javascript'
    ctx.set('X-Content-Type-Options', 'nosniff')
    ctx.body = `/**/ typeof ${name} === 'function' && ${name}(${json});`
  })

  return app
}

export default program
