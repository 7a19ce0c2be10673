/**
 * Two observations of the same request, upstream's and the mini's, and whether they say the same.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { maskIgnored } from './ignore.ts'
import type { Answer, Observation, Slip } from './observation.ts'

/** One thing in which the two observations differ. */
export interface Difference {
  /** `status line`, `headers`, `header Content-Type`, `body`, `trailers`, `fate`, `slips` … */
  field: string
  upstream: string
  mini: string
}

/** A difference that is accepted, listed with its reason. */
export interface KnownDifference {
  /** Short and stable, for reports. */
  id: string
  /** The comparison in which it shows. */
  comparison: string
  field: string
  upstream: string
  mini: string
  reason: string
  /** The place in upstream that makes the difference: `express/lib/response.js#send`. */
  upstreamSource: string
}

/** What is made of two observations. */
export interface Verdict {
  /** `known difference`: they differ, but only as listed. */
  kind: 'agree' | 'known difference' | 'differs'
  /** Every difference, listed or not. */
  differences: Difference[]
  /** Names of the rules by which something was left out of account. */
  ignored: string[]
}

/** What a verdict may take into account besides the observations. */
export interface JudgeOptions {
  /** What this comparison is called in the list of known differences. */
  comparison?: string
  known?: readonly KnownDifference[]
  /** Whether the caller has stated that no answer comes. Else two observations without one differ. */
  unanswered?: boolean
}

/**
 * Compares two observations byte for byte, leaving out only what {@link ignored} lists.
 *
 * @throws TypeError when one is missing: nothing seen is not the same as nothing to see.
 */
export function judge(
  upstream: Observation,
  mini: Observation,
  { comparison, known = [], unanswered = false }: JudgeOptions = {},
): Verdict {
  if (!upstream || !mini) throw new TypeError('judge() needs two observations')
  const [expected, actual] = [maskIgnored(upstream), maskIgnored(mini)]
  const found = [
    ...differences(expected.masked, actual.masked),
    ...(unanswered ? [] : silence(upstream, mini)),
  ]
  const listed = known.filter((entry) => entry.comparison === comparison)
  const vanished = listed.filter((entry) => !found.some((difference) => covers(entry, difference)))
  const news = found.filter((difference) => !listed.some((entry) => covers(entry, difference)))
  return {
    kind: kindOf(found, news, vanished),
    differences: [...found, ...vanished.map(asDifference)],
    ignored: [...new Set([...expected.applied, ...actual.applied])],
  }
}

/** A verdict in words, one difference a line or two. */
export function explain(
  { kind, differences }: Verdict,
  labels: { upstream: string; mini: string } = { upstream: 'upstream', mini: 'mini' },
): string {
  if (differences.length === 0) return `${labels.upstream} and ${labels.mini} agree`
  const lines = differences.map(({ field, upstream, mini }) => {
    const [expected, actual] = aroundFirstDifference(upstream, mini)
    return `${field}: ${labels.upstream} shows ${expected}, ${labels.mini} shows ${actual}`
  })
  return [...(kind === 'known difference' ? ['known:'] : []), ...lines].join('\n')
}

function kindOf(found: unknown[], news: unknown[], vanished: unknown[]): Verdict['kind'] {
  if (news.length > 0 || vanished.length > 0) return 'differs'
  return found.length > 0 ? 'known difference' : 'agree'
}

function covers(entry: KnownDifference, { field, upstream, mini }: Difference): boolean {
  return entry.field === field && entry.upstream === upstream && entry.mini === mini
}

/** The list says what is true: an entry that no longer shows is wrong. */
function asDifference({ id, field }: KnownDifference): Difference {
  return {
    field: `known difference "${id}"`,
    upstream: `listed as a difference in ${field}`,
    mini: 'no longer what is listed',
  }
}

/** That nobody answers may well be what is meant; that nobody was reached looks the same. */
function silence(upstream: Observation, mini: Observation): Difference[] {
  if (upstream.answers.length + mini.answers.length > 0) return []
  if (told(upstream) && told(mini)) return []
  const nothing = 'no answer, and nobody stated that none comes'
  return [{ field: 'answer', upstream: nothing, mini: nothing }]
}

function differences(upstream: Observation, mini: Observation): Difference[] {
  const compare = (field: string, expected: string, actual: string): Difference[] =>
    expected === actual ? [] : [{ field, upstream: expected, mini: actual }]

  const count = Math.max(upstream.answers.length, mini.answers.length)
  const answers = Array.from({ length: count }, (_, at) =>
    answerDifferences(upstream.answers[at], mini.answers[at], at, count),
  )
  return [
    ...answers.flat(),
    ...compare('stray bytes', show(upstream.stray), show(mini.stray)),
    ...compare('told', told(upstream), told(mini)),
    ...compare('fate', fateOf(upstream), fateOf(mini)),
    ...compare(
      'slips',
      upstream.slips.map(slipText).join('\n'),
      mini.slips.map(slipText).join('\n'),
    ),
  ]
}

function answerDifferences(
  upstream: Answer | undefined,
  mini: Answer | undefined,
  at: number,
  count: number,
): Difference[] {
  // Interim answers are rare: only then does a field say which answer it means.
  const prefix = count > 1 ? `answer ${at + 1}, ` : ''
  const field = (name: string) => prefix + name
  if (!upstream || !mini) {
    const line = (answer: Answer | undefined) => answer?.statusLine ?? '(no answer)'
    return [{ field: field('status line'), upstream: line(upstream), mini: line(mini) }]
  }
  const of = (name: string, read: (answer: Answer) => string): Difference[] => {
    const [expected, actual] = [read(upstream), read(mini)]
    return expected === actual ? [] : [{ field: field(name), upstream: expected, mini: actual }]
  }
  return [
    ...of('status line', ({ statusLine }) => statusLine),
    ...of('headers', ({ headers }) => headers.map(([name]) => name).join(', ')),
    ...headerNames(upstream, mini).flatMap((name) =>
      of(`header ${name}`, ({ headers }) => values(headers, name)),
    ),
    ...of('body', ({ body }) => show(body)),
    ...of('trailers', ({ trailers }) => trailers.map((line) => line.join(': ')).join('\n')),
    ...of('answer', ({ complete }) => (complete ? 'complete' : 'cut short')),
  ]
}

/** Names that both have; that one lacks a header is told by `headers`. */
function headerNames(upstream: Answer, mini: Answer): string[] {
  const known = new Set(mini.headers.map(([name]) => name))
  return [...new Set(upstream.headers.map(([name]) => name))].filter((name) => known.has(name))
}

function values(headers: Answer['headers'], wanted: string): string {
  return headers
    .filter(([name]) => name === wanted)
    .map(([, value]) => value)
    .join('\n')
}

function fateOf({ fate, patience }: Observation): string {
  return fate === 'no answer' ? `no answer in ${patience} ms` : fate
}

/** A visit that told nothing looks the same as none. */
function told({ told = [] }: Observation): string {
  return told.join('\n')
}

function slipText({ kind, text }: Slip): string {
  return `${kind}: ${text}`
}

/** Bytes as a person can read them. */
function show(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  return isUtf8(buffer) ? buffer.toString('utf8') : `(hex) ${buffer.toString('hex')}`
}

/** Longest text shown whole, and what is shown around the first difference of longer ones, in characters. */
const SHOWN = 160
const BEFORE = 40

function aroundFirstDifference(one: string, other: string): [string, string] {
  const quoted = (text: string) => JSON.stringify(text)
  if (one.length <= SHOWN && other.length <= SHOWN) return [quoted(one), quoted(other)]
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const from = Math.max(0, at - BEFORE)
  const cut = (text: string) =>
    `${from > 0 ? '…' : ''}${quoted(text.slice(from, from + SHOWN))}${from + SHOWN < text.length ? '…' : ''}`
  return [cut(one), cut(other)]
}
