import { Readable } from 'node:stream'
import type { KoaProgram } from '../../src/topic.ts'

const program: KoaProgram = (Koa, { Router }) => {
  const app = new Koa()
  const values = new Router()

  values.get('/text', (ctx) => {
    ctx.body = 'text'
  })
  values.get('/markup', (ctx) => {
    ctx.body = '<p>markup</p>'
  })
  values.get('/object', (ctx) => {
    ctx.body = { a: 1 }
  })
  values.get('/number', (ctx) => {
    ctx.body = 7
  })
  values.get('/buffer', (ctx) => {
    ctx.body = Buffer.from([1, 2, 3])
  })
  values.get('/stream', (ctx) => {
    ctx.body = Readable.from(['a', 'b'])
  })
  values.get('/null', (ctx) => {
    ctx.body = null
  })
  values.get('/nothing', (ctx) => {
    ctx.body = undefined
  })

  app.use(values.routes())
  return app
}

export default program
