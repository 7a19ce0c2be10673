const assert = require('node:assert')
const { execFileSync } = require('node:child_process')
const { it } = globalThis.it ? globalThis : require('node:test')

it('is loaded by a process of its own', () => {
  const code = `process.stdout.write(String(require(${JSON.stringify(__dirname)} + '/use.js').length))`
  assert.strictEqual(String(execFileSync(process.execPath, ['-e', code])), '1')
})
