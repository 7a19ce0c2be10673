import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'

class Point {
  x = 1
}

console.log('order:     ', isDeepStrictEqual({ a: 1, b: 2 }, { b: 2, a: 1 }))
console.log('prototype: ', isDeepStrictEqual(new Point(), { x: 1 }))
console.log('undefined: ', isDeepStrictEqual({ a: undefined }, {}))
console.log('NaN:       ', isDeepStrictEqual([NaN], [NaN]))
console.log('sets:      ', isDeepStrictEqual(new Set([1, 2]), new Set([2, 1])))

try {
  assert.deepEqual({ tea: { price: 3 } }, { tea: { price: 4 } })
} catch (err) {
  const { code, operator } = err as assert.AssertionError
  console.log(code, operator)
}
