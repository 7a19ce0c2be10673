import { PassThrough, Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

const target = (name: string, delay: number) =>
  new Writable({
    objectMode: true,
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      console.log(name, chunk)
      setTimeout(done, delay)
    },
  })

const source = Readable.from([1, 2, 3], { highWaterMark: 1 })
const quick = target('quick', 0)
const slow = target('    slow', 20)
source.pipe(quick)
source.pipe(slow)
await Promise.all([finished(quick), finished(slow)])

const upper = new PassThrough()
console.log(Readable.from(['chained']).pipe(upper) === upper)
upper.pipe(process.stdout)
upper.on('end', () => process.stdout.write('\n'))
