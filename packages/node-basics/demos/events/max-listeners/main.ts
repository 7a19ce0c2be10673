import { EventEmitter } from 'node:events'

process.on('warning', ({ name, message }) => {
  console.log(name)
  console.log(message.includes('11 tick listeners added'))
})

const leaking = new EventEmitter()
const meant = new EventEmitter().setMaxListeners(20)

let called = 0
for (let i = 0; i < 11; i += 1) {
  leaking.on('tick', () => (called += 1))
  meant.on('tick', () => (called += 1))
}

leaking.emit('tick')
console.log('called:', called, 'default limit:', EventEmitter.defaultMaxListeners)
