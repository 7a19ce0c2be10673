import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PACKAGE, run } from '../command.ts'

describe('pnpm compare --koa <file> --express <file>', () => {
  it('says exactly where a Koa of one’s own differs from the real one', () => {
    const { status, stdout } = run('compare', ['onion', '--koa', './test/wrong-koa.ts'])
    expect(stdout).toContain(
      'a plain request: status line:\n' +
        '  a plain request:   koa 3.3.0 shows HTTP/1.1 200 OK\n' +
        '  a plain request:   ./test/wrong-koa.ts shows HTTP/1.1 404 Not Found',
    )
    expect(stdout).not.toContain('mini-koa')
    expect(status).toBe(1)
  })

  it('says exactly where an Express of one’s own differs from the real one', () => {
    const args = ['--group', 'stack', '--express', './test/wrong-express.ts']
    const { status, stdout } = run('compare', args)
    expect(stdout).toMatch(/^topic +express 5\.3\.0 +yours$/m)
    expect(stdout).toMatch(/^ {2}next-forgotten +none +●$/m)
    expect(stdout).toMatch(/^ {2}next-twice +200 +✗$/m)
    expect(stdout).toMatch(
      /express 5\.3\.0 ≠ \.\/test\/wrong-express\.ts: \d+ of \d+ requests agree/,
    )
    expect(status).toBe(1)
    // It leaves many requests without an answer, each of which is waited for.
  }, 180_000)

  it('agrees with itself: the real Koa, handed in as one’s own', () => {
    const folder = mkdtempSync(path.join(PACKAGE, 'test', 'own-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(path.join(folder, 'koa.cjs'), "module.exports = require('koa')")
    const topics = ['onion', 'sync-throw', 'not-found']
    const { status, stdout } = run('compare', [...topics, '--koa', `${folder}/koa.cjs`])
    expect(stdout.match(/koa\.cjs +● agrees$/gm)?.length).toBe(topics.length)
    expect(status).toBe(0)
  })

  it.each([
    ['./nowhere.ts', 'There is no file'],
    [
      './test/no-framework.ts',
      'exports no framework: its default export must be the class, as Koa',
    ],
    ['./test/crashes.ts', './test/crashes.ts cannot be loaded: Error: not today'],
    ['./test/ends.ts', './test/ends.ts cannot be loaded: the process ended'],
  ])('says what is wrong with %s, and exits with 2', (file, told) => {
    const { status, stderr } = run('compare', ['onion', '--koa', file])
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})
