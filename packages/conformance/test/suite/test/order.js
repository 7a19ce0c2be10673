const assert = require('node:assert')
const { describe, it } = globalThis.describe ? globalThis : require('node:test')
const compose = require('..')

describe('compose', () => {
  it('runs one after the other', async () => {
    const seen = []
    const step = (name) => async (_ctx, next) => {
      seen.push(name)
      await next()
    }
    await compose([step('a'), step('b')])({})
    assert.deepStrictEqual(seen, ['a', 'b'])
  })

  it('has a name', () => assert.ok(compose.name.length > 0))

  // One title for two tests: each is told apart.
  it('has a name', () => assert.strictEqual(typeof compose, 'function'))

  it('fails on upstream as well', () => assert.fail('always'))

  it.skip('is left for later', () => {})
})
