import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function forgetful() {
    // Neither answers nor calls next().
  })

  app.use(async function handler(ctx) {
    ctx.body = 'hello'
  })

  return app
}

export default program
