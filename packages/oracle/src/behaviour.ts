/**
 * One behaviour, on upstream and on the mini: what upstream shows is stated first, then both are compared.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { explain, judge, type KnownDifference, type Verdict } from './judge.ts'
import type { Fate, Observation, RequestSpec } from './observation.ts'
import { observeAll, type Target } from './serve.ts'

/** The two frameworks of one side, as a test has loaded them. */
export interface Pair<Framework> {
  /** `koa 3.3.0`: shown in reports, and the package and version that must lie at `upstreamFile`. */
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
  /** Some headers by name; `undefined` for one that must be missing. */
  headers?: Readonly<Record<string, string | undefined>>
  fate?: Fate
  /** What slips must hold, each a part of one. */
  slips?: readonly string[]
}

/** States what no {@link Expectation} can: throws, as an assertion does, where it does not hold. */
export type Check = (upstream: Observation) => void

/** One behaviour to compare. */
export interface Behaviour<Framework> {
  name: string
  /** Builds the server; the same for both. */
  program: (framework: Framework) => Target
  /** Sent in order to one server. Defaults to one `GET /`. */
  requests?: readonly RequestSpec[]
  /**
   * What upstream shows, request by request. At least the first must state something, and a request that
   * is not answered needs its `fate` stated, or a check.
   */
  expects: ReadonlyArray<Expectation | Check>
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
  checkExpectations(`${name}: `, pair.upstream, requests.length, expects)
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
      unanswered: statesFate(expects[at]),
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

function checkExpectations(
  where: string,
  upstream: string,
  requests: number,
  expects: Behaviour<unknown>['expects'],
): void {
  if (requests === 0) throw new ToothlessError(`${where}ask something`)
  if (!statesSomething(expects[0])) {
    throw new ToothlessError(`${where}state something about ${upstream}`)
  }
  if (expects.length > requests) {
    throw new ToothlessError(`${where}${expects.length} expectations, ${requests} requests`)
  }
}

/** An empty list of headers or slips holds of everything. */
function statesSomething(expectation: Expectation | Check = {}): boolean {
  if (typeof expectation === 'function') return true
  const { headers = {}, slips = [], ...rest } = expectation
  return [rest, headers, slips].some((stated) => Object.keys(stated).length > 0)
}

function statesFate(expectation: Expectation | Check = {}): boolean {
  return typeof expectation === 'function' || expectation.fate !== undefined
}

function checkPair<Framework>({ upstream, upstreamFile, frameworks }: Pair<Framework>): void {
  if (frameworks.upstream === frameworks.mini) {
    throw new ToothlessError(`${upstream} is compared with itself`)
  }
  if (!upstreamFile.split(/[\\/]/).includes('node_modules')) {
    throw new ToothlessError(`${upstream} was loaded from ${upstreamFile}, not from node_modules`)
  }
  const installed = packageOf(upstreamFile)
  if (installed !== upstream) {
    throw new ToothlessError(`${upstream} is ${installed ?? 'no package'} at ${upstreamFile}`)
  }
}

/** Name and version of the package a file belongs to: the next manifest above it that has both. */
function packageOf(file: string): string | undefined {
  const folder = path.dirname(file)
  if (folder === file) return undefined
  const manifest = path.join(folder, 'package.json')
  const { name, version } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  return name && version ? `${name} ${version}` : packageOf(folder)
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

function refutations(expectation: Expectation | Check, observation: Observation): string[] {
  return typeof expectation === 'function'
    ? refutationOf(expectation, observation)
    : refutationsOf(expectation, observation)
}

function refutationOf(check: Check, observation: Observation): string[] {
  try {
    check(observation)
    return []
  } catch (err) {
    return [err instanceof Error ? err.message : String(err)]
  }
}

function refutationsOf(expectation: Expectation, { answers, fate, slips }: Observation): string[] {
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
    const seen = answer?.headers.filter(([given]) => given.toLowerCase() === name.toLowerCase())
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
