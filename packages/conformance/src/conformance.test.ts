import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { conformance } from './conformance.ts'
import { isConformant } from './judge.ts'
import type { KnownFailure } from './known-failures.ts'
import { report } from './report.ts'
import type { Suite } from './suites.ts'

const here = (name: string) => fileURLToPath(new URL(`../test/${name}`, import.meta.url))

const runners = {
  node: { kind: 'node' },
  mocha: { kind: 'mocha', flags: ['--check-leaks'] },
} satisfies Record<string, Suite['runner']>

/** The suite beside this file, which takes itself for koa-compose's, asks a mini beside it. */
function ask(mini: string, { runner = 'node', known = [] as KnownFailure[], tests = /./ } = {}) {
  const suite: Suite = {
    name: `test-${runner}`,
    upstream: 'koa-compose',
    mini,
    repository: 'koajs/compose',
    tests: /^test\/(order|private|child).js$/,
    runner: runners[runner as keyof typeof runners],
    own: ['', 'lib'],
    redirects: { './': ['koa-compose/index.js', here(`minis/${mini}.cjs`)] },
  }
  const chosen = tests.source === '.' ? suite : { ...suite, tests }
  return conformance(chosen, { source: here('suite'), known })
}

const ORDER = 'compose runs one after the other'

describe.each(Object.keys(runners))('conformance, by %s', (runner) => {
  it('counts what the mini passes of what upstream passes', async () => {
    const judgement = await ask('faithful', { runner })
    expect(judgement).toMatchObject({ passed: 4, failures: [], problems: [] })
    expect(judgement.baseline).toMatchObject({ passed: 4, pending: 1 })
    expect(isConformant(judgement)).toBe(true)
    // The proof: which file the suite got, in the processes that it starts as well.
    expect(judgement.redirected).toEqual([
      { request: './', file: here('minis/faithful.cjs'), times: 2 },
    ])
    // What upstream keeps to itself is not tested, and that is said.
    expect(judgement.unreachable).toEqual([{ request: './lib/private', by: 'test/private.js' }])
    const text = report(judgement)
    expect(text).toContain('faithful passes 4 of the 4 that upstream passes')
    expect(text).toContain('test/private.js wants ./lib/private')
  })

  it('names a test that only the mini fails, with its file and why', async () => {
    const judgement = await ask('reversed', { runner })
    expect(judgement.failures).toEqual([
      { name: ORDER, file: 'test/order.js', message: expect.stringContaining('deep') },
    ])
    expect(judgement.passed).toBe(3)
    expect(isConformant(judgement)).toBe(false)
  })
})

describe('conformance', () => {
  it('accepts a failure that is listed with a reason', async () => {
    const known = [{ suite: 'test-node', test: ORDER, reason: 'it runs backwards' }]
    const judgement = await ask('reversed', { known })
    expect(isConformant(judgement)).toBe(true)
    expect(report(judgement)).toContain('known: it runs backwards')
  })

  it('refuses a listed failure that has vanished', async () => {
    const known = [{ suite: 'test-node', test: ORDER, reason: 'it ran backwards' }]
    const judgement = await ask('faithful', { known })
    expect(judgement.vanished).toEqual([ORDER])
    expect(isConformant(judgement)).toBe(false)
  })

  it('refuses a mini that is upstream under another name', async () => {
    const judgement = await ask('borrowed')
    expect(judgement.problems[0]).toContain("borrowed's run loaded upstream's")
    expect(isConformant(judgement)).toBe(false)
  })

  it('refuses a run in which nothing was redirected', async () => {
    const judgement = await ask('faithful', { tests: /^test\/private\.js$/ })
    expect(judgement.problems.join('\n')).toContain('no import was redirected')
    expect(judgement.problems.join('\n')).toContain('not one test passed')
    expect(isConformant(judgement)).toBe(false)
  })

  it('refuses a folder without tests', async () => {
    await expect(ask('faithful', { tests: /^nothing$/ })).rejects.toThrow('There is no test in it')
  })
})

describe('pnpm conformance', () => {
  const command = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [
        '--conditions=@await-next/source',
        '--import',
        'tsx',
        fileURLToPath(new URL('../bin/conformance.ts', import.meta.url)),
        ...args,
      ],
      { encoding: 'utf8' },
    )

  it('names the suites when there is no such one', () => {
    const { status, stderr } = command('kao')
    expect(status).toBe(2)
    expect(stderr).toContain('koa, compose, koa-router')
  })

  it('refuses the suite of another package', () => {
    const { status, stderr } = command('koa', '--suite', here('suite'))
    expect(status).toBe(2)
    expect(stderr).toContain('This is the suite of koa-compose, not of koa.')
  })

  it('refuses a folder that is none', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'no-suite-'))
    try {
      const { status, stderr } = command('koa', '--suite', empty)
      expect(status).toBe(2)
      expect(stderr).toContain('holds no package.json')
    } finally {
      rmSync(empty, { recursive: true })
    }
  })

  it('says what could not be cloned', () => {
    const { status, stderr } = command('koa', '--suite', `file://${here('nowhere.git')}`)
    expect(status).toBe(2)
    expect(stderr).toContain('could not be cloned')
    expect(stderr).toContain('--suite <folder or git url[#tag]>')
  })
})
