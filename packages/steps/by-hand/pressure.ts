import { Writable } from 'node:stream'

/** How many chunks of 1 kB a slow target of 4 kB takes before it says that it is enough. */
export function untilFull(): number {
  const slow = new Writable({
    highWaterMark: 4096,
    write() {
      // Never done: nothing leaves the buffer.
    },
  })
  let chunks = 1
  while (slow.write(Buffer.alloc(1024))) chunks += 1
  return chunks
}
