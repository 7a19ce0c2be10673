import { EventEmitter, on } from 'node:events'
import { setTimeout } from 'node:timers/promises'

const sensor = new EventEmitter()

setImmediate(() => {
  for (const value of [1, 2, 3]) sensor.emit('value', value)
  sensor.emit('end')
  console.log('all emitted')
})

for await (const [value] of on(sensor, 'value', { close: ['end'] })) {
  await setTimeout(5)
  console.log('handled', value)
}
console.log('the loop ended')
