import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const shared = new Int32Array(new SharedArrayBuffer(8))
const code = `
  const { workerData: shared } = require('node:worker_threads')
  for (let i = 0; i < 5000; i += 1) {
    shared[0] += 1
    Atomics.add(shared, 1, 1)
  }`

const workers = [1, 2, 3, 4].map(() => new Worker(code, { eval: true, workerData: shared }))
await Promise.all(workers.map((worker) => once(worker, 'exit')))

const [careless = 0, atomic = 0] = shared
console.log('+= never gives more:', careless <= 20_000)
console.log('Atomics.add gives', atomic)
