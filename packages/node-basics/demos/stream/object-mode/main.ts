import { PassThrough, Readable } from 'node:stream'

const stream = new PassThrough({ objectMode: true })
console.log(stream.readableHighWaterMark, new PassThrough().readableHighWaterMark >= 16384)

stream.write({ tea: 'green' })
stream.write(0)
stream.write('')
stream.end()
console.log(await stream.toArray())

const prices = Readable.from([5, 12, 8, 20])
console.log(
  await prices
    .filter((price) => price < 15)
    .map((price) => price * 2)
    .toArray(),
)

const bytes = new PassThrough()
bytes.on('error', () => {})
try {
  bytes.write({ tea: 'green' })
} catch (err) {
  console.log((err as NodeJS.ErrnoException).code)
}
