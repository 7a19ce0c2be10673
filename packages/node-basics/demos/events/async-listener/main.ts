import { EventEmitter } from 'node:events'

process.on('unhandledRejection', (err) => console.log('unhandled:', (err as Error).message))

async function failing(name: string): Promise<void> {
  await null
  throw new Error(name)
}

const plain = new EventEmitter()
plain.on('go', failing)
plain.on('error', () => console.log('never printed'))
plain.emit('go', 'from the plain one')

const capturing = new EventEmitter({ captureRejections: true })
capturing.on('go', failing)
capturing.on('error', (err: Error) => console.log('error event:', err.message))
capturing.emit('go', 'from the capturing one')
