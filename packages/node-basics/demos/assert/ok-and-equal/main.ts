import assert from 'node:assert'
import strict from 'node:assert/strict'

function passes(check: () => void): string {
  try {
    check()
    return 'passes'
  } catch {
    return 'fails'
  }
}

const pairs = [
  [1, '1'],
  [null, undefined],
  [NaN, NaN],
  [0, -0],
  ['', false],
]
for (const [a, b] of pairs) {
  const loose = passes(() => assert.equal(a, b))
  const exact = passes(() => strict.equal(a, b))
  console.log([a, b], loose, exact)
}
console.log(
  passes(() => assert('a truthy text')),
  passes(() => assert.ok(0)),
)
