import { EventEmitter } from 'node:events'

interface Events {
  tick: [left: number]
  end: []
}

class Countdown extends EventEmitter<Events> {
  #left: number

  constructor(from: number) {
    super()
    this.#left = from
    this.emit('tick', from)
    process.nextTick(() => this.emit('tick', this.#left))
  }

  start(): void {
    for (this.#left -= 1; this.#left > 0; this.#left -= 1) this.emit('tick', this.#left)
    this.emit('end')
  }
}

const countdown = new Countdown(3)
countdown.on('tick', (left) => console.log(left)).on('end', () => console.log('lift-off'))
setImmediate(() => countdown.start())
