/**
 * Differential fuzzing: random programs, asked random requests, on an upstream and its mini. What differs is made as small
 * as it gets.
 *
 * @module
 */
import {
  type Difference,
  judge,
  type Listenable,
  type Observation,
  observeAll,
  type RequestSpec,
} from '@await-next/oracle'
import fc from 'fast-check'
import { loadSubject, SIDES, type Subject } from '../subjects.ts'
import type { Side } from '../topic.ts'
import { knownToFuzz } from './known.ts'
import { compile, type FuzzProgram, programs, render } from './programs.ts'
import { PATIENCE, requests } from './requests.ts'

/** One program and what it is asked. */
export interface FuzzCase {
  side: Side
  /** The program's body. */
  source: string
  requests: readonly RequestSpec[]
}

/** A case in which upstream and mini differ, as small as it got. */
export interface Finding extends FuzzCase {
  differences: readonly Difference[]
  /** What upstream showed, one a request. */
  upstream: readonly Observation[]
  /** How many smaller cases it was made from. */
  shrunk: number
}

/** What a run of the fuzzer did. */
export interface FuzzReport {
  seed: number
  cases: Record<Side, number>
  requests: number
  /** How many cases differed only as the list says, by the entry's id. */
  known: Record<string, number>
  findings: readonly Finding[]
}

/** How a run is bounded, and who hears of its progress. */
export interface FuzzOptions {
  seconds: number
  seed: number
  sides?: readonly Side[]
  /** Stops after this many cases a side, whatever the time. */
  cases?: number
  /** What is compared; by default each side's upstream with its mini. */
  load?: (side: Side) => Promise<Pair>
  onProgress?: (report: Omit<FuzzReport, 'findings'>) => void
}

/** Cases between two looks at the clock. */
const BATCH = 50

/**
 * Fuzzes until the time is up or a side has shown a difference.
 *
 * The same seed makes the same cases in the same order; time only decides how many of them are run.
 */
export async function fuzz({
  seconds,
  seed,
  sides = ['express', 'koa'],
  cases = Number.POSITIVE_INFINITY,
  load = loadPair,
  onProgress = () => {},
}: FuzzOptions): Promise<FuzzReport> {
  const report = { seed, cases: { express: 0, koa: 0 }, requests: 0, known: {} } as Omit<
    FuzzReport,
    'findings'
  >
  const findings: Finding[] = []
  const open = new Set(sides)
  const until = performance.now() + seconds * 1000
  for (let batch = 0; open.size > 0 && performance.now() < until; batch += 1) {
    for (const side of open) {
      const left = Math.min(BATCH, cases - report.cases[side])
      const finding =
        left > 0 ? await fuzzBatch(side, await load(side), seed + batch, left, report) : undefined
      if (finding) findings.push(finding)
      if (finding || left <= 0) open.delete(side)
      onProgress(report)
    }
  }
  return { ...report, findings }
}

async function fuzzBatch(
  side: Side,
  pair: Pair,
  seed: number,
  numRuns: number,
  report: Omit<FuzzReport, 'findings'>,
): Promise<Finding | undefined> {
  const cases = fc.tuple(programs(side), requests)
  let found: Finding | undefined
  let shrunk = 0
  const property = fc.asyncProperty(cases, async ([program, requests]) => {
    const run = { side, source: render(program as FuzzProgram), requests }
    const result = await compareCase(run, pair)
    for (const id of result.known) report.known[id] = (report.known[id] ?? 0) + 1
    if (found) shrunk += 1
    else {
      report.cases[side] += 1
      report.requests += requests.length
    }
    if (result.differences.length === 0) return true
    found = { ...run, ...result, shrunk }
    return false
  })
  await fc.check(property, { seed, numRuns })
  return found && { ...found, shrunk }
}

/** Both subjects of a side. */
export interface Pair {
  upstream: Subject
  mini: Subject
}

/** Loads both subjects of a side, each proven to be what it says. */
export async function loadPair(side: Side): Promise<Pair> {
  const [upstream, mini] = await Promise.all([
    loadSubject(SIDES[side].upstream),
    loadSubject(SIDES[side].mini),
  ])
  return { upstream, mini }
}

/** What came of one case. */
export interface CaseResult {
  upstream: readonly Observation[]
  /** Those that are not listed. */
  differences: readonly Difference[]
  /** Ids of the listed ones. */
  known: readonly string[]
}

/**
 * Runs one case on both. A difference counts only when it shows again with more patience: a busy machine may look like
 * silence.
 */
export async function compareCase(run: FuzzCase, pair: Pair): Promise<CaseResult> {
  let result = await compareOnce(run, pair)
  for (let patience = 2 * PATIENCE; patience <= 8 * PATIENCE; patience *= 2) {
    if (result.differences.length === 0) break
    const requests = run.requests.map((request) => ({ ...request, patience }))
    result = await compareOnce({ ...run, requests }, pair)
  }
  return result
}

async function compareOnce(run: FuzzCase, pair: Pair): Promise<CaseResult> {
  const upstream = await observeCase(run, pair.upstream)
  const mini = await observeCase(run, pair.mini)
  const known: string[] = []
  const differences = run.requests.flatMap((request, at) => {
    const [theirs, ours] = [upstream[at] as Observation, mini[at] as Observation]
    const found = judge(theirs, ours, { unanswered: true }).differences
    return found.filter((difference) => {
      const entry = knownToFuzz.find(({ covers }) => covers({ ...run, request, difference }))
      if (entry) known.push(entry.id)
      return !entry
    })
  })
  return { upstream, differences, known }
}

/** A program that cannot even be built says so on every request. */
async function observeCase(
  { side, source, requests }: FuzzCase,
  subject: Subject,
): Promise<Observation[]> {
  try {
    return await observeAll(build(side, source, subject), requests)
  } catch (err) {
    const slip = { kind: 'uncaughtException' as const, text: `not built: ${err}` }
    const nothing = {
      answers: [],
      stray: new Uint8Array(),
      fate: 'no answer',
      patience: 0,
    } as const
    return requests.map(({ name = '' }) => ({
      ...nothing,
      answers: [],
      request: name,
      slips: [slip],
    }))
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Builds the app of a program. Its parameters are named by its text, so that what it is given need not be a topic's whole tools. */
export function build(side: Side, source: string, subject: Subject): Listenable {
  const program = compile(side, source)
  return subject.side === 'koa'
    ? program(subject.framework, { Router: subject.Router, wait })
    : program(subject.framework, { wait })
}
