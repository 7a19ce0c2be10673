import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const run = (code: string) => new Worker(code, { eval: true })

const failing = run('throw new RangeError("too much tea")')
const [err] = await once(failing, 'error')
console.log(err.name, err.message)

const leaving = run('process.exit(7)')
console.log('exit code', (await once(leaving, 'exit'))[0])

const endless = run('for (;;);')
await once(endless, 'online')
console.log('terminated:', await endless.terminate())
console.log('this thread goes on')
