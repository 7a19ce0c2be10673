import { Readable } from 'node:stream'
import type { KoaProgram } from '../../src/topic.ts'

/** So many letters, then the end or an error. */
function letters(count: number, error?: Error): Readable {
  let sent = 0
  return new Readable({
    read() {
      if (sent++ < count) setImmediate(() => this.push('abc'))
      else if (error) this.destroy(error)
      else this.push(null)
    },
  })
}

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const router = new Router()

  router.get('/whole', function whole(ctx) {
    ctx.body = letters(3)
  })

  router.get('/broken', function broken(ctx) {
    ctx.body = letters(3, new Error('disk is gone'))
  })

  router.get('/waiting', function waiting(ctx) {
    const source = new Readable({ read() {} })
    source.push('abc')
    source.once('close', () => console.log('source closed'))
    ctx.body = source
  })

  app.use(router.routes())
  return app
}

export default program
