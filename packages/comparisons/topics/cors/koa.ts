import cors from '@koa/cors'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  app.use(cors({ origin: 'https://app.example.com', credentials: true, maxAge: 600 }))

  router.put('/', async function save(ctx) {
    ctx.body = 'saved'
  })
  router.get('/broken', async function broken(ctx) {
    ctx.throw(404, 'no such thing')
  })

  return app.use(router.routes())
}

export default program
