import { EventEmitter, once } from 'node:events'

const task = new EventEmitter()

setImmediate(() => task.emit('done', 'result', 42))
console.log(await once(task, 'done'))

setImmediate(() => task.emit('error', new Error('broken')))
await once(task, 'done').catch((err: Error) => console.log('rejected:', err.message))

const giveUp = new AbortController()
setTimeout(() => giveUp.abort(), 10)
const { signal } = giveUp
await once(task, 'done', { signal }).catch((err: Error) => console.log(err.name))
