import { Readable } from 'node:stream'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get(['/blob', '/as-it-is'], async function blob(ctx) {
    ctx.body = new Blob(['<p>a blob</p>'], { type: 'text/html' })
  })

  router.get('/stream', async function stream(ctx) {
    ctx.type = 'txt'
    ctx.body = new Blob(['abc']).stream()
  })

  router.get('/response', async function response(ctx) {
    ctx.body = Response.json({ made: true }, { status: 201, headers: { 'X-By': 'fetch' } })
  })

  router.get('/instead', async function instead(ctx) {
    const stream = Readable.from(['never read'])
    ctx.body = stream
    ctx.body = 'text'
    ctx.set('X-Stream', stream.destroyed ? 'destroyed' : 'open')
  })

  return app.use(router.routes())
}

export default program
