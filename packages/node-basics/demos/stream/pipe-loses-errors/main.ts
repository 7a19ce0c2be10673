import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

async function* breaking() {
  yield 'first chunk'
  throw new Error('the disk is gone')
}

const piped = new PassThrough()
const source = Readable.from(breaking())
source.on('error', (err) => console.log('source:', err.message))
source.pipe(piped)
piped.on('data', (chunk) => console.log('piped:', String(chunk)))
await new Promise((resolve) => source.on('close', resolve))
console.log('pipe leaves the target', piped.destroyed ? 'destroyed' : 'open')

const target = new PassThrough()
await pipeline(Readable.from(breaking()), target).catch((err: Error) =>
  console.log('pipeline:', err.message),
)
console.log('pipeline leaves it', target.destroyed ? 'destroyed' : 'open')
