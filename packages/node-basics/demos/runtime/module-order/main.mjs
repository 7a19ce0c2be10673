import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'

process.nextTick(() => console.log('ESM: nextTick'))
Promise.resolve().then(() => console.log('ESM: promise'))

await setTimeout(10)
setImmediate(() => createRequire(import.meta.url)('./commonjs.cjs'))
