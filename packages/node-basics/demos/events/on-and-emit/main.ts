import { EventEmitter } from 'node:events'

const shop = new EventEmitter()

shop.on('order', (item: string, count: number) => console.log(`pack ${count} × ${item}`))
shop.on('order', (item: string) => console.log(`bill ${item}`))

console.log(shop.emit('order', 'tea', 2))
console.log(shop.emit('refund', 'tea'))
console.log(shop.eventNames(), shop.listenerCount('order'))
