import { once } from 'node:events'
import { Writable } from 'node:stream'

const slow = () =>
  new Writable({
    highWaterMark: 4096,
    write: (_chunk, _encoding, done) => setImmediate(done),
  })
const kilobyte = Buffer.alloc(1024)

const careless = slow()
let most = 0
for (let i = 0; i < 100; i += 1) {
  careless.write(kilobyte)
  most = Math.max(most, careless.writableLength)
}
console.log('careless:', most / 1024, 'KiB wait')

const careful = slow()
let pauses = 0
most = 0
for (let i = 0; i < 100; i += 1) {
  const more = careful.write(kilobyte)
  most = Math.max(most, careful.writableLength)
  if (more) continue
  pauses += 1
  await once(careful, 'drain')
}
console.log('careful: ', most / 1024, 'KiB wait,', pauses, 'pauses')
