import { EventEmitter } from 'node:events'

const emitter = new EventEmitter()
const second = () => console.log('  second')

emitter.on('go', () => {
  console.log('  first')
  emitter.off('go', second)
  emitter.once('go', () => console.log('  added meanwhile'))
})
emitter.on('go', second)

for (const round of [1, 2]) {
  console.log('round', round)
  emitter.emit('go')
}
