/**
 * A run: cases × subjects × rounds, in alternating launches.
 *
 * Each round launches every subject of a case once, one after another, and each ratio is one of the same round: what
 * slows the machine for a while slows all of them.
 *
 * @module
 */
import { build } from './build.ts'
import type { Case } from './case.ts'
import { AT_ONCE, inGroups, type Launched, type LaunchPlan, launchTogether } from './launch.ts'
import { proveSameBytes } from './same-bytes.ts'
import { installedSize } from './size.ts'
import { type Summary, summarize } from './statistics.ts'
import { type Part, SIDES, type SubjectId, sideOf, subjectsOf } from './subjects.ts'

/** What is to be run. */
export interface BenchOptions {
  cases: readonly Case[]
  subjects: readonly SubjectId[]
  rounds: number
  /** The program of the Node to run under. */
  execPath: string
  /** Whether requests over sockets are left out. */
  withoutSockets?: boolean
  onProgress?: (done: number, total: number, what: string) => void
}

/** What the rounds of one subject on one case came to. */
export interface SubjectResult {
  subject: SubjectId
  /** What the subject itself needs, in the unit of the case. */
  own: Summary
  /** CPU time of a request over sockets, in microseconds. */
  whole?: Summary
  perSecond?: Summary
  /** How many times as fast as bare Node, round by round; of bare Node itself there is none. */
  toRaw?: Ratios
  /** How many times as fast as its upstream; only of a mini. */
  toUpstream?: Ratios
}

/** How many times less than another, without sockets and over them. */
export interface Ratios {
  own: Summary
  whole?: Summary
}

/** What came of one case. */
export interface CaseResult {
  case: string
  unit: Case['unit']
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
  own: { warmUpMs: { least: 300, most: 900 }, ms: 100 },
  whole: { warmUpMs: 50, ms: 100, connections: 16 },
}

/** Runs it all. */
export async function bench(options: BenchOptions): Promise<BenchResult> {
  await build()
  const run = new Run(options)
  const cases: CaseResult[] = []
  for (const work of options.cases) {
    const measured = await run.measure(work)
    if (measured.size > 0)
      cases.push({ case: work.id, unit: work.unit, subjects: results(measured) })
  }
  const { node, rounds } = run
  const parts = [...run.parts].map(([name, version]) => ({ name, version }))
  return { date: new Date().toISOString(), node, parts, rounds, cases }
}

/** The rounds of each subject. */
export type Measured = ReadonlyMap<SubjectId, readonly Launched[]>

/** One run under way. */
class Run {
  readonly #options: BenchOptions
  readonly #total: number
  #done = 0
  readonly parts = new Map<string, string>()
  node = process.version

  constructor(options: BenchOptions) {
    this.#options = options
    const each = options.cases.map((work) => this.#subjects(work).length)
    this.#total = each.reduce((sum, one) => sum + one, 0) * options.rounds
  }

  get rounds(): number {
    return this.#options.rounds
  }

  #subjects(work: Case): SubjectId[] {
    return subjectsOf(work).filter((subject) => this.#options.subjects.includes(subject))
  }

  async measure(work: Case): Promise<Measured> {
    const subjects = this.#subjects(work)
    const measured = new Map(subjects.map((subject) => [subject, [] as Launched[]]))
    const answers = new Map<SubjectId, Buffer>()
    for (let round = 1; round <= this.rounds; round += 1) {
      for (const several of inGroups(subjects, AT_ONCE)) {
        const label = `${work.id} · ${several.join(', ')} · round ${round}`
        this.#options.onProgress?.(this.#done, this.#total, label)
        const launched = await this.#together(several, work, answers)
        for (const [at, subject] of several.entries()) {
          measured.get(subject)?.push(launched[at] as Launched)
        }
        this.#done += several.length
      }
    }
    return measured
  }

  async #together(
    subjects: readonly SubjectId[],
    work: Case,
    answers: Map<SubjectId, Buffer>,
  ): Promise<Launched[]> {
    if (work.kind === 'size') return subjects.map((subject) => ({ own: installedSize(subject) }))
    const starters = subjects.map((subject) => [subject, work, this.#options.execPath] as const)
    return launchTogether(starters, async (launches) => {
      for (const { ready } of launches) {
        this.node = ready.node
        for (const { name, version } of ready.parts) this.parts.set(name, version)
      }
      const lengths = launches.map(() => 0)
      if (work.kind === 'http') {
        for (const [at, launch] of launches.entries()) {
          const answer = await launch.answerTo(work.ask)
          proveSameBytes(work, answers.set(subjects[at] as SubjectId, answer))
          lengths[at] = answer.length
        }
      }
      const { own, whole } = PLAN
      await Promise.all(launches.map((launch, at) => launch.warmUp(lengths[at] as number, own)))
      const launched: Launched[] = []
      for (const [at, launch] of launches.entries()) {
        const measured = { own: await launch.own(own) }
        launched.push(
          work.kind !== 'http' || this.#options.withoutSockets
            ? measured
            : { ...measured, ...(await launch.whole(work.ask, lengths[at] as number, whole)) },
        )
      }
      return launched
    })
  }
}

/** Medians, spreads and ratios of what was measured. */
export function results(measured: Measured): SubjectResult[] {
  return [...measured].map(([subject, launches]) => {
    const side = sideOf(subject)
    // Peers have bytes of their own; Koa's are the plainest there are.
    const { raw, upstream, mini } = SIDES[side ?? 'koa']
    const toRaw = subject === raw ? undefined : ratios(measured.get(raw), launches)
    const toUpstream = subject === mini ? ratios(measured.get(upstream), launches) : undefined
    return {
      subject,
      own: summarize(launches.map(({ own }) => own)),
      ...optional('whole', launches),
      ...optional('perSecond', launches),
      ...(toRaw && { toRaw }),
      ...(toUpstream && { toUpstream }),
    }
  })
}

function optional<Name extends 'whole' | 'perSecond'>(
  name: Name,
  launches: readonly Launched[],
): Partial<Record<Name, Summary>> {
  const values = launches.flatMap((launch) => launch[name] ?? [])
  return values.length === 0 ? {} : ({ [name]: summarize(values) } as Record<Name, Summary>)
}

function ratios(
  base: readonly Launched[] | undefined,
  launches: readonly Launched[],
): Ratios | undefined {
  if (!base) return undefined
  const of = (figure: 'own' | 'whole') =>
    launches.flatMap((launch, round) => {
      const [one, other] = [base[round]?.[figure], launch[figure]]
      return one === undefined || other === undefined ? [] : [one / other]
    })
  const whole = of('whole')
  return { own: summarize(of('own')), ...(whole.length > 0 && { whole: summarize(whole) }) }
}
