import { EventEmitter } from 'node:events'

const door = new EventEmitter()

door.once('open', () => {
  console.log('opened, listeners left:', door.listenerCount('open'))
  door.emit('open')
})

console.log(door.emit('open'))
console.log(door.emit('open'))
