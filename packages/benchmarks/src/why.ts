/**
 * Where the time goes: upstream with one thing switched off at a time, and what that saves.
 *
 * The shares need not add up: what one thing saves may depend on another, as properties that are added to an object are
 * dear only after its prototype has changed.
 *
 * @module
 */
import Table from 'cli-table3'
import { PLAN } from './bench.ts'
import { build } from './build.ts'
import type { HttpCase, Side, Text } from './case.ts'
import { hello } from './cases/hello.ts'
import { WHY } from './cases/why.ts'
import { AT_ONCE, inGroups, launchTogether } from './launch.ts'
import { proveSameBytes } from './same-bytes.ts'
import { type Summary, summarize } from './statistics.ts'
import { SIDES, type SubjectId } from './subjects.ts'

/** What is to be explained. */
export interface WhyOptions {
  side: Side
  rounds: number
  execPath: string
  onProgress?: (done: number, total: number, what: string) => void
}

/** What one thing costs. */
export interface Share {
  id: string
  title: Text
  /** Microseconds of CPU time that a request saves without it. */
  saves: Summary
  /** The same as a share of what upstream needs on top of bare Node. */
  share: Summary
}

/** What came of it. All times are CPU time of a request without sockets, in microseconds. */
export interface WhyResult {
  date: string
  node: string
  side: Side
  rounds: number
  raw: Summary
  upstream: Summary
  mini: Summary
  shares: Share[]
}

/** One subject on one case. */
interface Runner {
  id: string
  subject: SubjectId
  work: HttpCase
}

/** Measures it. */
export async function why({ side, rounds, execPath, onProgress }: WhyOptions): Promise<WhyResult> {
  await build()
  const { raw, upstream, mini } = SIDES[side]
  const switches = WHY.filter((one) => one.side === side)
  const runners: Runner[] = [
    ...[raw, upstream, mini].map((subject) => ({ id: subject, subject, work: hello })),
    ...switches.map(({ id, work }) => ({ id, subject: upstream, work })),
  ]
  const own = new Map(runners.map(({ id }) => [id, [] as number[]]))
  let expected: Buffer | undefined
  let node = ''
  let done = 0
  for (let round = 1; round <= rounds; round += 1) {
    for (const several of inGroups(runners, AT_ONCE)) {
      const label = `${several.map(({ id }) => id).join(', ')} · round ${round}`
      onProgress?.(done, runners.length * rounds, label)
      const starters = several.map(({ subject, work }) => [subject, work, execPath] as const)
      await launchTogether(starters, async (launches) => {
        const lengths: number[] = []
        for (const [at, launch] of launches.entries()) {
          const { work } = several[at] as Runner
          node = launch.ready.node
          const answer = await launch.answerTo(work.ask)
          // Under the names of two of a side, since upstream itself is here in many forms.
          expected ??= answer
          proveSameBytes(
            work,
            new Map([
              [upstream, expected],
              [raw, answer],
            ] as const),
          )
          lengths.push(answer.length)
        }
        await Promise.all(
          launches.map((launch, at) => launch.warmUp(lengths[at] as number, PLAN.own)),
        )
        for (const [at, launch] of launches.entries()) {
          own.get((several[at] as Runner).id)?.push(await launch.own(PLAN.own))
        }
      })
      done += several.length
    }
  }
  const of = (id: string) => own.get(id) as number[]
  return {
    date: new Date().toISOString(),
    node,
    side,
    rounds,
    raw: summarize(of(raw)),
    upstream: summarize(of(upstream)),
    mini: summarize(of(mini)),
    shares: switches.map(({ id, title }) => ({
      id,
      title,
      ...shareOf(of(id), of(upstream), of(raw)),
    })),
  }
}

/** Round by round, as all ratios are. */
export function shareOf(
  without: readonly number[],
  upstream: readonly number[],
  raw: readonly number[],
): Pick<Share, 'saves' | 'share'> {
  const saves = upstream.map((whole, round) => whole - (without[round] as number))
  const share = saves.map(
    (one, round) => one / ((upstream[round] as number) - (raw[round] as number)),
  )
  return { saves: summarize(saves), share: summarize(share) }
}

/** As a table. */
export function renderWhy({
  date,
  node,
  side,
  rounds,
  raw,
  upstream,
  mini,
  shares,
}: WhyResult): string {
  const names = SIDES[side]
  const table = new Table({
    head: [`what ${names.upstream} does`, 'saves without', 'share'],
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  const byCost = [...shares].sort((one, other) => other.saves.median - one.saves.median)
  for (const { title, saves, share } of byCost) {
    const width = `${(share.low * 100).toFixed(0)}…${(share.high * 100).toFixed(0)}`
    table.push([title.en, `${saves.median.toFixed(1)} µs`, `${percent(share)} (${width})`])
  }
  return `${date.slice(0, 10)} · Node ${node.slice(1)} · ${rounds} rounds · CPU time of a request without sockets

${names.raw} ${raw.median.toFixed(1)} µs, ${names.upstream} ${upstream.median.toFixed(1)} µs, ${names.mini} ${mini.median.toFixed(1)} µs

${table}

A share is one of what ${names.upstream} needs on top of bare Node; in brackets the middle half of the rounds. Shares need not add
up to 100 %: what one thing costs may depend on another.`
}

function percent({ median }: Summary): string {
  return `${(median * 100).toFixed(0)} %`
}
