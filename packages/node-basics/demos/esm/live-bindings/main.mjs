import { createRequire } from 'node:module'
import { count, increment } from './counter.mjs'

const require = createRequire(import.meta.url)
const { count: copied, increment: incrementOther } = require('./counter.cjs')

increment()
incrementOther()
console.log('ES module:', count)
console.log('CommonJS: ', copied)

try {
  count = 10
} catch (err) {
  console.log(`${err.name}: ${err.message}`)
}
