import { EventEmitter } from 'node:events'

const bell = new EventEmitter()

bell.on('ring', () => console.log('first'))
bell.on('ring', () => setImmediate(() => console.log('deferred')))
bell.on('ring', () => {
  throw new Error('the third one fails')
})
bell.on('ring', () => console.log('never reached'))

try {
  console.log('before')
  bell.emit('ring')
} catch (err) {
  console.log('caught from emit:', (err as Error).message)
}
console.log('after')
