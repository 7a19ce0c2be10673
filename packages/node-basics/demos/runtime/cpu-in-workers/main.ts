import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const fibonacci = (n: number): number => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2))

let ticks = 0
const ticking = setInterval(() => {
  ticks += 1
}, 1)

const here = fibonacci(32)
console.log('main thread:', here, 'ticks meanwhile:', ticks)

const worker = new Worker(new URL('./fibonacci.ts', import.meta.url), { workerData: 32 })
const [there] = await once(worker, 'message')
console.log('worker:     ', there, 'ticks meanwhile:', ticks > 0 ? 'some' : 'none')
clearInterval(ticking)
