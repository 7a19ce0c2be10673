import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compareBehaviour, compareValue, type Pair, ToothlessError } from './behaviour.ts'
import type { Observation } from './observation.ts'
import BehaviourReporter, { closingLines } from './reporter.ts'
import { collectSlips } from './slips.ts'
import { type BehaviourMeta, record, recorded } from './vitest.ts'

/** A folder in which version 1.0.0 of `big` is installed. */
const root = mkdtempSync(path.join(tmpdir(), 'await-next-oracle-'))
const installed = path.join(root, 'node_modules', 'big')
mkdirSync(path.join(installed, 'lib'), { recursive: true })
writeFileSync(path.join(installed, 'package.json'), '{ "name": "big", "version": "1.0.0" }')
// As packages have it that ship two kinds of module: a manifest without a name.
writeFileSync(path.join(installed, 'lib', 'package.json'), '{ "type": "commonjs" }')
afterAll(() => rmSync(root, { recursive: true }))

/** Two frameworks that only know how to answer. */
const pair = (upstream: string, mini: string): Pair<{ text: string }> => ({
  upstream: 'big 1.0.0',
  mini: 'mini-big',
  upstreamFile: path.join(installed, 'lib', 'index.js'),
  frameworks: { upstream: { text: upstream }, mini: { text: mini } },
})
const program =
  ({ text }: { text: string }): RequestListener =>
  (_req, res) =>
    res.setHeader('X-Text', text).end(text)

describe('compareBehaviour(pair, behaviour)', () => {
  const behaviour = { name: 'says its text', program, expects: [{ status: 200, body: 'a' }] }

  it('agrees where both show the same', async () => {
    expect(await compareBehaviour(pair('a', 'a'), behaviour)).toEqual({
      kind: 'agree',
      explanation: '',
    })
  })

  it('differs where the mini shows something else, in words', async () => {
    const { kind, explanation } = await compareBehaviour(pair('a', 'b'), behaviour)
    expect(kind).toBe('differs')
    expect(explanation).toContain('body: big 1.0.0 shows "a", mini-big shows "b"')
  })

  it('differs where both are alike but not as stated', async () => {
    const { kind, explanation } = await compareBehaviour(pair('b', 'b'), behaviour)
    expect(kind).toBe('differs')
    expect(explanation).toBe('big 1.0.0 does not show it: body is "b", not "a"')
  })

  it.each([
    ['a body by pattern', { body: /^b/ }, 'not like'],
    ['a header', { headers: { 'x-text': 'z' } }, 'x-text'],
    ['a missing header', { headers: { 'x-text': undefined } }, 'x-text'],
    ['a header in any case', { headers: { 'X-Text': undefined } }, 'X-Text'],
    ['a fate', { fate: 'reset' as const }, 'fate'],
    ['a slip', { slips: ['nothing of that kind'] }, 'slipped'],
    ['a status', { status: 404 }, 'status'],
  ])('checks %s', async (_what, expectation, told) => {
    const { explanation } = await compareBehaviour(pair('a', 'a'), {
      ...behaviour,
      expects: [expectation],
    })
    expect(explanation).toContain(told)
  })

  it('checks by a function, which sees what upstream showed', async () => {
    const check = (text: string) => ({
      ...behaviour,
      expects: [
        ({ answers }: Observation) => expect(String(answers[0]?.body), 'its text').toBe(text),
      ],
    })
    expect((await compareBehaviour(pair('a', 'a'), check('a'))).kind).toBe('agree')
    expect((await compareBehaviour(pair('a', 'a'), check('z'))).explanation).toMatch(
      /^big 1\.0\.0 does not show it: its text/,
    )
  })

  it('accepts that nobody answers only where that is stated', async () => {
    const silent = {
      name: 'is silent',
      program: (): RequestListener => (req, res) => {
        if (req.url === '/') res.end()
      },
      requests: [{}, { target: '/silent', patience: 20 }],
    }
    const stated = { ...silent, expects: [{ status: 200 }, { fate: 'no answer' as const }] }
    expect((await compareBehaviour(pair('a', 'a'), stated)).kind).toBe('agree')
    const unstated = { ...silent, expects: [{ status: 200 }] }
    expect((await compareBehaviour(pair('a', 'a'), unstated)).explanation).toContain(
      'nobody stated that none comes',
    )
  })

  it('accepts a difference that is listed under its name', async () => {
    const entry = {
      id: 'text',
      comparison: 'mini-big: says its text',
      upstream: 'a',
      mini: 'b',
      reason: 'for the test',
      upstreamSource: 'big/index.js#text',
    }
    const known = ['body', 'header X-Text'].map((field) => ({ ...entry, field }))
    expect((await compareBehaviour({ ...pair('a', 'b'), known }, behaviour)).kind).toBe(
      'known difference',
    )
    expect((await compareBehaviour({ ...pair('a', 'a'), known }, behaviour)).kind).toBe('differs')
  })

  it.each([
    ['states nothing', { expects: [] }],
    ['states nothing of its request', { expects: [{}] }],
    ['states no headers', { expects: [{ headers: {} }] }],
    ['states no slips', { expects: [{ slips: [] }] }],
    ['asks nothing', { requests: [] }],
    ['states more than it asks', { expects: [{ status: 200 }, { status: 500 }] }],
  ])('refuses a behaviour that %s', async (_what, changes) => {
    const toothless = { ...behaviour, ...changes }
    await expect(compareBehaviour(pair('a', 'a'), toothless)).rejects.toThrow(ToothlessError)
  })

  it.each([
    ['another version', { upstream: 'big 2.0.0' }, /^big 2\.0\.0 is big 1\.0\.0 at /],
    ['another package', { upstream: 'huge 1.0.0' }, /^huge 1\.0\.0 is big 1\.0\.0 at /],
    ['nothing', { upstreamFile: '/node_modules/none/index.js' }, /is no package at /],
  ])('refuses an upstream that is %s', async (_what, changes, message) => {
    const other = { ...pair('a', 'a'), ...changes }
    await expect(compareBehaviour(other, behaviour)).rejects.toThrow(message)
  })

  it('refuses to compare a framework with itself, or one from elsewhere', async () => {
    const same = pair('a', 'a')
    same.frameworks.mini = same.frameworks.upstream
    await expect(compareBehaviour(same, behaviour)).rejects.toThrow(/compared with itself/)
    const elsewhere = { ...pair('a', 'a'), upstreamFile: 'C:\\packages\\big\\index.js' }
    await expect(compareBehaviour(elsewhere, behaviour)).rejects.toThrow(/not from node_modules/)
  })
})

describe('compareValue(pair, compute, expected)', () => {
  const textOf = ({ text }: { text: string }) => [text]

  it('compares deeply, upstream with what is stated first', async () => {
    expect((await compareValue(pair('a', 'a'), textOf, ['a'])).kind).toBe('agree')
    expect((await compareValue(pair('b', 'b'), textOf, ['a'])).explanation).toBe(
      'big 1.0.0 gives ["b"], expected ["a"]',
    )
    expect((await compareValue(pair('a', 'b'), textOf, ['a'])).explanation).toBe(
      'mini-big gives ["b"], expected ["a"]',
    )
  })
})

describe('record(meta, pair, result)', () => {
  it('tells the reporter, and fails a test that differs with its explanation', () => {
    const meta: { behaviour?: BehaviourMeta } = {}
    const differing = { kind: 'differs' as const, explanation: 'body: it differs' }
    expect(() => record(meta, pair('a', 'b'), differing)).toThrow('body: it differs')
    expect(meta.behaviour).toEqual({ upstream: 'big 1.0.0', mini: 'mini-big', kind: 'differs' })
  })
})

describe('recorded(meta, pair, compare)', () => {
  it('records what came of it', async () => {
    const meta: { behaviour?: BehaviourMeta } = {}
    await recorded(meta, pair('a', 'a'), async () => ({ kind: 'agree', explanation: '' }))
    expect(meta.behaviour?.kind).toBe('agree')
  })

  it('counts what throws as differing', async () => {
    const meta: { behaviour?: BehaviourMeta } = {}
    const throwing = () => Promise.reject(new Error('the program threw'))
    await expect(recorded(meta, pair('a', 'a'), throwing)).rejects.toThrow('the program threw')
    expect(meta.behaviour?.kind).toBe('differs')
  })
})

describe('BehaviourReporter', () => {
  const test = (name: string, behaviour?: BehaviourMeta) => ({
    fullName: name,
    meta: () => (behaviour ? { behaviour } : {}),
  })
  const ended = (...tests: unknown[]) =>
    collectSlips(async () =>
      new BehaviourReporter().onTestRunEnd([{ children: { allTests: () => tests } }] as never),
    )

  it('counts the tests that compared, and no other', async () => {
    const behaviour: BehaviourMeta = { upstream: 'big 1.0.0', mini: 'mini-big', kind: 'agree' }
    const { slips } = await ended(test('one', behaviour), test('another'))
    expect(slips).toHaveLength(1)
    expect(slips[0]?.text).toContain('1 of 1 behaviours agree')
  })

  it('prints nothing where no test compared', async () => {
    expect((await ended(test('one'))).slips).toEqual([])
  })
})

describe('closingLines(compared)', () => {
  const one = (kind: 'agree' | 'differs' | 'known difference', name = 'x') => ({
    upstream: 'big 1.0.0',
    mini: 'mini-big',
    kind,
    name,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const plain = (lines: string[]) => lines.map((line) => line.replaceAll(/\u001B\[\d+m/g, ''))

  it('says one line a side', () => {
    expect(plain(closingLines([one('agree'), one('agree'), one('known difference')]))).toEqual([
      'big 1.0.0 = mini-big: 2 of 3 behaviours agree, 1 known difference',
    ])
  })

  it('names what differs', () => {
    expect(plain(closingLines([one('agree'), one('differs', 'the bad one')]))).toEqual([
      'big 1.0.0 ≠ mini-big: 1 of 2 behaviours agree',
      '    ✗ the bad one',
    ])
  })

  it('says nothing where nothing was compared', () => {
    expect(closingLines([])).toEqual([])
  })
})
