import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function describe(ctx) {
    ctx.body = {
      is: ctx.is('json', 'text'),
      type: ctx.request.type,
      parameter: ctx.request.charset,
      length: ctx.request.length,
      charset: ctx.acceptsCharsets('utf-8', 'iso-8859-1'),
      encoding: ctx.acceptsEncodings('gzip', 'identity'),
      language: ctx.acceptsLanguages('zh', 'en'),
      referrer: ctx.get('Referrer'),
      idempotent: ctx.request.idempotent,
      stale: ctx.stale,
    }
  })

  return app
}

export default program
