import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Whatever comes in goes out in capitals, chunk by chunk: it is never all in memory. */
export async function shout(source: Readable, target: NodeJS.WritableStream): Promise<void> {
  const upper = new Transform({
    transform(chunk, _encoding, done) {
      done(null, String(chunk).toUpperCase())
    },
  })
  // Ends them all when one fails, and waits with reading while the target cannot take more.
  await pipeline(source, upper, target)
}
