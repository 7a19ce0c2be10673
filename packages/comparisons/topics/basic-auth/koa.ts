import basicAuth from 'koa-basic-auth'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  const ada = { name: 'ada', pass: 'lovelace', realm: 'engine' }
  app.use(basicAuth(ada))

  app.use(async function home(ctx) {
    ctx.body = 'hello ada'
  })

  return app
}

export default program
