import { setTimeout } from 'node:timers/promises'
import type { ExpressProgram } from '../../src/topic.ts'

/** A number every so often, until there are enough or nobody listens. */
async function* ticks(count: number, every: number, left: AbortSignal) {
  for (let tick = 1; tick <= count && !left.aborted; tick += 1) {
    yield tick
    await setTimeout(every, undefined, { signal: left }).catch(() => {})
  }
  if (left.aborted) console.log('nobody listens any more')
}

const program: ExpressProgram = (express) => {
  const app = express()

  app.get('/events', async function events(req, res) {
    const left = new AbortController()
    res.once('close', () => left.abort())
    res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    const { count, every } = req.query
    for await (const tick of ticks(Number(count), Number(every), left.signal)) {
      res.write(`id: ${tick}\ndata: tick ${tick}\n\n`)
    }
    res.end()
  })

  return app
}

export default program
