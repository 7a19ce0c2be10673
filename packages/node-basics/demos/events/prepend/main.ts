import { EventEmitter } from 'node:events'

const queue = new EventEmitter()
queue.on('call', () => console.log('one'))
queue.prependListener('call', () => console.log('zero'))
queue.on('call', () => console.log('two'))
queue.prependOnceListener('call', () => console.log('only the first time'))

queue.emit('call')
queue.emit('call')
