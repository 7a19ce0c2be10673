import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'

const stream = Readable.from(['one', 'two', 'three'])
console.log('nobody listens:', stream.readableFlowing)

stream.on('data', async (chunk) => {
  console.log(chunk)
  if (chunk !== 'one') return
  stream.pause()
  await setTimeout(20)
  console.log('flowing after pause():', stream.readableFlowing)
  stream.resume()
})
console.log('somebody listens:', stream.readableFlowing)
await new Promise((resolve) => stream.on('end', resolve))

const unread = Readable.from(['thrown away'])
unread.on('end', () => console.log('drained without a reader'))
unread.resume()
