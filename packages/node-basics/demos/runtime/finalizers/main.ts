import { setTimeout } from 'node:timers/promises'

const registry = new FinalizationRegistry((name: string) => console.log('told:', name, 'has gone'))

function make(): WeakRef<object> {
  const tea = { leaves: new Array(1000) }
  registry.register(tea, 'the tea')
  return new WeakRef(tea)
}

const ref = make()
console.log('alive in the same turn:', ref.deref() !== undefined)

await setTimeout(10)
globalThis.gc?.()
console.log('alive after a collection:', ref.deref() !== undefined)
await setTimeout(50)
console.log('end')
