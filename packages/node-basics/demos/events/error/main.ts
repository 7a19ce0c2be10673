import { EventEmitter, errorMonitor } from 'node:events'

const job = new EventEmitter()
job.on(errorMonitor, (err: Error) => console.log('seen by the monitor:', err.message))

console.log('warning:', job.emit('warning', new Error('nobody cares')))

try {
  job.emit('error', new Error('disk full'))
} catch (err) {
  console.log('thrown:', (err as Error).message)
}

job.on('error', (err: Error) => console.log('handled:', err.message))
console.log('error:', job.emit('error', new Error('disk full')))
