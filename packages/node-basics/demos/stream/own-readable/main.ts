import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

class Countdown extends Readable {
  #left: number

  constructor(from: number) {
    super({ objectMode: true, highWaterMark: 2 })
    this.#left = from
  }

  override _read(): void {
    if (this.#left === 0) {
      this.push(null)
      return
    }
    const value = this.#left
    this.#left -= 1
    console.log('asked, push', value, '→', this.push(value))
  }
}

const stream = new Countdown(4)
stream.read(0)
await setImmediate()
console.log('nobody has taken anything yet')
for await (const value of stream) console.log('    taken', value)

function* countdown(from: number) {
  for (let left = from; left > 0; left -= 1) yield left
}
console.log(await Readable.from(countdown(4)).toArray())
