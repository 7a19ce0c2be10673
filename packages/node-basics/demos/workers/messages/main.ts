import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const list = [3, 1, 2]
const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { list } })

const [message] = await once(worker, 'message')
console.log(message.sorted, list)
console.log('same process:', message.pid === process.pid)
console.log('main thread there:', message.isMainThread)

worker.postMessage('goodbye')
console.log('exit code', (await once(worker, 'exit'))[0])
