/**
 * One behaviour, on upstream and on the mini: what upstream shows is stated first, then both are compared.
 *
 * @module
 */
import { isDeepStrictEqual } from 'node:util'
import { explain, judge, type KnownDifference, type Verdict } from './judge.ts'
import type { Fate, Observation, RequestSpec } from './observation.ts'
import { observeAll, type Target } from './serve.ts'

/** The two frameworks of one side, as a test has loaded them. */
export interface Pair<Framework> {
  /** `koa 3.3.0`: shown in reports. */
  upstream: string
  /** `mini-koa`. */
  mini: string
  /** Where upstream was loaded from; must lie below `node_modules`. */
  upstreamFile: string
  frameworks: { upstream: Framework; mini: Framework }
  known?: readonly KnownDifference[]
}

/** What upstream is expected to show for one request; whatever is left out is only compared. */
export interface Expectation {
  status?: number
  /** Whole, or by pattern. */
  body?: string | RegExp
  /** Some headers by lower-case name; `undefined` for one that must be missing. */
  headers?: Readonly<Record<string, string | undefined>>
  fate?: Fate
  /** What slips must hold, each a part of one. */
  slips?: readonly string[]
}

/** One behaviour to compare. */
export interface Behaviour<Framework> {
  name: string
  /** Builds the server; the same for both. */
  program: (framework: Framework) => Target
  /** Sent in order to one server. Defaults to one `GET /`. */
  requests?: readonly RequestSpec[]
  /** What upstream shows, request by request. At least the first must state something. */
  expects: readonly Expectation[]
}

/** What became of one behaviour. */
export interface BehaviourResult {
  kind: Verdict['kind']
  /** In words; empty when they agree. */
  explanation: string
}

/** A behaviour that states nothing, or frameworks that are one and the same: it could not fail. */
export class ToothlessError extends Error {
  override name = 'ToothlessError'
}

/** Runs a behaviour on both. Upstream not showing what is stated counts as `differs`. */
export async function compareBehaviour<Framework>(
  pair: Pair<Framework>,
  { name, program, requests = [{}], expects }: Behaviour<Framework>,
): Promise<BehaviourResult> {
  checkPair(pair)
  const [first] = expects
  if (!first || Object.keys(first).length === 0) {
    throw new ToothlessError(`${name}: state something about ${pair.upstream}`)
  }
  const { upstream, mini } = pair.frameworks
  const expected = await observeAll(program(upstream), requests)
  const refuted = requests.flatMap((_, at) =>
    refutations(expects[at] ?? {}, expected[at] as Observation),
  )
  if (refuted.length > 0) {
    const explanation = refuted.map((line) => `${pair.upstream} does not show it: ${line}`)
    return { kind: 'differs', explanation: explanation.join('\n') }
  }
  const actual = await observeAll(program(mini), requests)
  const verdicts = expected.map((observation, at) =>
    judge(observation, actual[at] as Observation, {
      comparison: `${pair.mini}: ${name}`,
      known: pair.known ?? [],
    }),
  )
  return summary(verdicts, pair)
}

/** Compares a value without effect on the wire: what `compute` gives on upstream is stated as `expected`. */
export async function compareValue<Framework, Value>(
  pair: Pair<Framework>,
  compute: (framework: Framework) => Value | Promise<Value>,
  expected: Value,
): Promise<BehaviourResult> {
  checkPair(pair)
  const { upstream, mini } = pair.frameworks
  const [theirs, ours] = [await compute(upstream), await compute(mini)]
  const differs = (who: string, value: Value, other: Value) => ({
    kind: 'differs' as const,
    explanation: `${who} gives ${show(value)}, expected ${show(other)}`,
  })
  if (!isDeepStrictEqual(theirs, expected)) return differs(pair.upstream, theirs, expected)
  if (!isDeepStrictEqual(ours, theirs)) return differs(pair.mini, ours, theirs)
  return { kind: 'agree', explanation: '' }
}

function checkPair<Framework>({ upstream, upstreamFile, frameworks }: Pair<Framework>): void {
  if (frameworks.upstream === frameworks.mini) {
    throw new ToothlessError(`${upstream} is compared with itself`)
  }
  if (!upstreamFile.split(/[\\/]/).includes('node_modules')) {
    throw new ToothlessError(`${upstream} was loaded from ${upstreamFile}, not from node_modules`)
  }
}

function summary<Framework>(
  verdicts: Verdict[],
  { upstream, mini }: Pair<Framework>,
): BehaviourResult {
  const told = verdicts.filter(({ kind }) => kind !== 'agree')
  const explanation = told.map((verdict) => explain(verdict, { upstream, mini })).join('\n')
  const kind = told.some((verdict) => verdict.kind === 'differs') ? 'differs' : told[0]?.kind
  return { kind: kind ?? 'agree', explanation }
}

function refutations(expectation: Expectation, { answers, fate, slips }: Observation): string[] {
  const answer = answers.at(-1)
  const body = Buffer.from(answer?.body ?? []).toString('utf8')
  const refuted: string[] = []
  const check = (what: string, expected: unknown, seen: unknown) => {
    if (!isDeepStrictEqual(expected, seen)) {
      refuted.push(`${what} is ${show(seen)}, not ${show(expected)}`)
    }
  }
  if ('status' in expectation) check('status', expectation.status, answer?.status)
  if (typeof expectation.body === 'string') check('body', expectation.body, body)
  if (expectation.body instanceof RegExp && !expectation.body.test(body)) {
    refuted.push(`body is ${show(body)}, not like ${expectation.body}`)
  }
  for (const [name, value] of Object.entries(expectation.headers ?? {})) {
    const seen = answer?.headers.filter(([given]) => given.toLowerCase() === name)
    check(name, value, seen?.length ? seen.map(([, one]) => one).join('\n') : undefined)
  }
  if (expectation.fate) check('fate', expectation.fate, fate)
  for (const part of expectation.slips ?? []) {
    if (!slips.some(({ text }) => text.includes(part))) refuted.push(`nothing slipped like ${part}`)
  }
  return refuted
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
