import { inspect } from 'node:util'

const deep = { a: { b: { c: { d: 'hidden' } } } }
console.log(deep)
console.log(inspect(deep, { depth: null, breakLength: Infinity }))

const loop: { self?: unknown } = {}
loop.self = loop
console.log(loop)
console.log(
  inspect(Array.from({ length: 200 }, (_, i) => i))
    .split('\n')
    .at(-2)
    ?.trim(),
)

class Money {
  readonly cents: number

  constructor(cents: number) {
    this.cents = cents
  }

  [inspect.custom](): string {
    return `¥${(this.cents / 100).toFixed(2)}`
  }
}
console.log([new Money(1250)], String(new Map([['a', 1]])), new Map([['a', 1]]))
