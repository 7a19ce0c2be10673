import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'

class Request {
  body = new Array<number>(100).fill(1)
}

const cache = new Map<number, Request>()
const config = new EventEmitter().setMaxListeners(0)

const suspects: Record<string, (request: Request, n: number) => void> = {
  cache: (request, n) => void cache.set(n, request),
  listener: (request) => void config.on('change', () => request.body.length),
  closure: (request) => void queueMicrotask(() => request.body.length),
}

for (const [name, keep] of Object.entries(suspects)) {
  const seen: WeakRef<Request>[] = []
  for (let n = 0; n < 1000; n += 1) {
    const request = new Request()
    seen.push(new WeakRef(request))
    keep(request, n)
  }
  await setImmediate()
  globalThis.gc?.()
  const alive = seen.filter((ref) => ref.deref()).length
  console.log(name.padEnd(8), alive >= 1000 ? 'holds all' : alive > 10 ? 'holds some' : 'lets go')
}
