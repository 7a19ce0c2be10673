import { EventEmitter } from 'node:events'

const radio = new EventEmitter()
const count = () => radio.listenerCount('song')
const listener = () => console.log('listening')
const bound = listener.bind(null)

radio.on('song', () => console.log('anonymous'))
radio.on('song', bound)
radio.on('song', listener)

radio.off('song', () => console.log('anonymous'))
console.log('the same text:', count())

radio.off('song', listener.bind(null))
console.log('bound anew:', count())

radio.off('song', listener).off('song', bound)
console.log('the functions themselves:', count())
