import { EventEmitter } from 'node:events'

process.on('uncaughtException', (err) => console.log('uncaught:', err.message))
const fail = () => {
  throw new Error('first listener')
}

const target = new EventTarget()
target.addEventListener('go', fail)
target.addEventListener('go', (event) => console.log('target, second:', event.type))
console.log('dispatchEvent:', target.dispatchEvent(new Event('go')))

const emitter = new EventEmitter()
emitter.on('go', fail)
emitter.on('go', () => console.log('emitter, second: never printed'))
try {
  emitter.emit('go')
} catch (err) {
  console.log('emit throws:', (err as Error).message)
}
