import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function handler(ctx) {
    ctx.status = 200
    ctx.res.write('half an ans')
    throw new Error('out of words')
  })

  return app
}

export default program
