import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { compareBehaviour, compareValue, type Pair, ToothlessError } from './behaviour.ts'
import { closingLines } from './reporter.ts'

/** Two frameworks that only know how to answer. */
const pair = (upstream: string, mini: string): Pair<{ text: string }> => ({
  upstream: 'big 1.0.0',
  mini: 'mini-big',
  upstreamFile: '/somewhere/node_modules/big/index.js',
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

  it('refuses a behaviour that states nothing', async () => {
    await expect(compareBehaviour(pair('a', 'a'), { ...behaviour, expects: [] })).rejects.toThrow(
      ToothlessError,
    )
    await expect(compareBehaviour(pair('a', 'a'), { ...behaviour, expects: [{}] })).rejects.toThrow(
      ToothlessError,
    )
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
