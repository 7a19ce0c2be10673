import assert from 'node:assert/strict'

function parse(text: string): unknown {
  return JSON.pares(text)
}

const expectations: [string, assert.AssertPredicate | undefined][] = [
  ['any error', undefined],
  ['a class', SyntaxError],
  ['a pattern', /Unexpected token/],
  ['properties', { name: 'SyntaxError' }],
]
for (const [title, expected] of expectations) {
  try {
    if (expected) assert.throws(() => parse('{'), expected)
    else assert.throws(() => parse('{'))
    console.log(title.padEnd(10), 'content')
  } catch (err) {
    console.log(title.padEnd(10), 'notices:', (err as Error).message.split('\n')[0])
  }
}

await assert.rejects(Promise.reject(new TypeError('no')), TypeError)
console.log('rejects:   content')
