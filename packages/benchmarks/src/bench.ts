/**
 * A run: cases × subjects × rounds, in alternating launches.
 *
 * Each round launches every subject of a case once, one after another, and each ratio is one of the same round: what
 * slows the machine for a while slows all of them.
 *
 * @module
 */

import { build } from './build.ts'
import type { HttpCase } from './case.ts'
import { Launch, type Launched, type LaunchPlan } from './launch.ts'
import { proveSameBytes } from './same-bytes.ts'
import { type Summary, summarize } from './statistics.ts'
import { type Part, SIDES, type SubjectId, sideOf } from './subjects.ts'

/** What is to be run. */
export interface BenchOptions {
  cases: readonly HttpCase[]
  subjects: readonly SubjectId[]
  rounds: number
  /** The program of the Node to run under. */
  execPath: string
  onProgress?: (done: number, total: number, what: string) => void
}

/** What the rounds of one subject on one case came to. */
export interface SubjectResult {
  subject: SubjectId
  /** CPU time of a request, in microseconds. */
  own: Summary
  whole: Summary
  perSecond: Summary
  /** How many times as fast as bare Node, round by round; of bare Node itself there is none. */
  toRaw?: Ratios
  /** How many times as fast as its upstream; only of a mini. */
  toUpstream?: Ratios
}

/** Of CPU time without sockets and over sockets. */
export interface Ratios {
  own: Summary
  whole: Summary
}

/** What came of one case. */
export interface CaseResult {
  case: string
  subjects: SubjectResult[]
}

/** What came of a run. */
export interface BenchResult {
  date: string
  node: string
  /** The versions of what was measured. */
  parts: Part[]
  rounds: number
  cases: CaseResult[]
}

/** How each launch is measured. */
export const PLAN: LaunchPlan = {
  own: { warmUpMs: { least: 250, most: 2000 }, slices: 8, sliceMs: 25 },
  whole: { warmUpMs: 60, ms: 200, connections: 16 },
}

/** Runs it all. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  await build()
  const versions = new Map<string, Part>()
  const cases: CaseResult[] = []
  let node = ''
  for (const [at, work] of options.cases.entries()) {
    const measured = await benchCase(work, at, options, (launch) => {
      node = launch.ready.node
      for (const part of launch.ready.parts) versions.set(part.name, part)
    })
    cases.push({ case: work.id, subjects: results(measured) })
  }
  const parts = [...versions.values()]
  return { date: new Date().toISOString(), node, parts, rounds: options.rounds, cases }
}

/** The rounds of each subject. */
export type Measured = ReadonlyMap<SubjectId, readonly Launched[]>

async function benchCase(
  work: HttpCase,
  at: number,
  { cases, subjects, rounds, execPath, onProgress }: BenchOptions,
  onLaunch: (launch: Launch) => void,
): Promise<Measured> {
  const total = cases.length * rounds * subjects.length
  const measured = new Map<SubjectId, Launched[]>(subjects.map((subject) => [subject, []]))
  const answers = new Map<SubjectId, Buffer>()
  let done = at * rounds * subjects.length
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      onProgress?.(done++, total, `${work.id} · ${subject} · round ${round + 1}`)
      const launch = await Launch.of(subject, work, execPath)
      try {
        onLaunch(launch)
        const answer = await launch.answer()
        answers.set(subject, answer)
        proveSameBytes(work, answers)
        measured.get(subject)?.push(await launch.measure(answer.length, PLAN))
      } finally {
        await launch.end()
      }
    }
  }
  return measured
}

/** Medians, spreads and ratios of what was measured. */
export function results(measured: Measured): SubjectResult[] {
  return [...measured].map(([subject, launches]) => {
    const { raw, upstream, mini } = SIDES[sideOf(subject)]
    const toRaw = subject === raw ? undefined : ratios(measured.get(raw), launches)
    const toUpstream = subject === mini ? ratios(measured.get(upstream), launches) : undefined
    return {
      subject,
      own: summarize(launches.map(({ own }) => own)),
      whole: summarize(launches.map(({ whole }) => whole)),
      perSecond: summarize(launches.map(({ perSecond }) => perSecond)),
      ...(toRaw && { toRaw }),
      ...(toUpstream && { toUpstream }),
    }
  })
}

function ratios(
  base: readonly Launched[] | undefined,
  launches: readonly Launched[],
): Ratios | undefined {
  if (!base) return undefined
  const of = (figure: 'own' | 'whole') =>
    summarize(launches.map((launch, round) => (base[round] as Launched)[figure] / launch[figure]))
  return { own: of('own'), whole: of('whole') }
}
