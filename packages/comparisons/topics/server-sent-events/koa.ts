import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { KoaProgram } from '../../src/topic.ts'

/** A message every so often, until there are enough or nobody listens. */
async function* messages(count: number, every: number, left: AbortSignal) {
  for (let tick = 1; tick <= count && !left.aborted; tick += 1) {
    yield `id: ${tick}\ndata: tick ${tick}\n\n`
    await setTimeout(every, undefined, { signal: left }).catch(() => {})
  }
  if (left.aborted) console.log('nobody listens any more')
}

const program: KoaProgram = (Koa) => {
  const app = new Koa()

  app.use(async function events(ctx) {
    const left = new AbortController()
    ctx.res.once('close', () => left.abort())
    ctx.type = 'text/event-stream'
    ctx.set('Cache-Control', 'no-store')
    const { count, every } = ctx.query
    ctx.body = Readable.from(messages(Number(count), Number(every), left.signal))
  })

  return app
}

export default program
