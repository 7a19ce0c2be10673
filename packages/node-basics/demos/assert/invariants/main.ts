import assert from 'node:assert/strict'

const prices = new Map<string, number>([['tea', 3]])

function total(item: string, count: number): number {
  const price = prices.get(item)
  assert(price !== undefined, `no price for ${item}`)
  assert(Number.isInteger(count) && count > 0)
  return price * count
}

console.log(total('tea', 2))
for (const [item, count] of [
  ['milk', 1],
  ['tea', -1],
] as [string, number][]) {
  try {
    total(item, count)
  } catch (err) {
    assert(err instanceof assert.AssertionError)
    console.log(err.code, err.generatedMessage ? '(generated)' : err.message)
  }
}
