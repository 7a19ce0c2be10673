/**
 * A run as tables: what each subject needs, and the goals beside what was reached.
 *
 * @module
 */
import Table from 'cli-table3'
import pc from 'picocolors'
import type { BenchResult, CaseResult, SubjectResult } from './bench.ts'
import { goalsOf, judge, upstreamGoal, type Verdict } from './goals.ts'
import type { Summary } from './statistics.ts'
import { SIDES, sideOf } from './subjects.ts'

/** Everything there is to say of a run. */
export function renderBench(result: BenchResult): string {
  const goals = renderGoals(result)
  return [heading(result), renderFigures(result), ...(goals ? [goals] : []), LEGEND].join('\n\n')
}

function heading({ date, node, parts, rounds }: BenchResult): string {
  const versions = parts.map(({ name, version }) => `${name} ${version}`).join(', ')
  return `${date.slice(0, 10)} · Node ${node.slice(1)} · ${rounds} rounds · ${versions}`
}

const LEGEND = pc.dim(
  `own: CPU time of a request that comes without sockets, or of a call; whole: over loopback sockets, most of which is the
kernel's. Ratios say how many times as fast. Goals are judged by own. ± is half the width of the middle half of the rounds.`,
)

function renderFigures({ cases }: BenchResult): string {
  const table = new Table({
    head: [
      'case',
      'subject',
      'own',
      'whole µs',
      'requests/s',
      'own / raw',
      'whole / raw',
      'own / upstream',
    ],
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const { case: id, unit, subjects } of cases) {
    for (const [at, one] of subjects.entries())
      table.push([at === 0 ? id : '', ...figures(one, unit)])
  }
  return table.toString()
}

function figures(
  { subject, own, whole, perSecond, toRaw, toUpstream }: SubjectResult,
  unit: CaseResult['unit'],
): string[] {
  return [
    subject,
    withSpread(own, own.median < 10 ? 2 : 1, unit),
    withSpread(whole, 1),
    perSecond?.median.toFixed(0) ?? '',
    withSpread(toRaw?.own, 2),
    withSpread(toRaw?.whole, 2),
    withSpread(toUpstream?.own, 2),
  ]
}

function withSpread(summary: Summary | undefined, digits: number, unit = ''): string {
  if (!summary) return ''
  const { median, spread } = summary
  return `${median.toFixed(digits)}${unit && ` ${unit}`} ±${(spread * 50).toFixed(0)}%`
}

/** Every mini with a goal; nothing where no case has one. */
function renderGoals({ cases, node }: BenchResult): string | undefined {
  const rows = cases.flatMap((one) => goalRows(one, node))
  if (rows.length === 0) return undefined
  const table = new Table({
    head: ['case', 'mini', 'to', 'goal', 'own', 'whole', 'verdict'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  })
  table.push(...rows)
  return table.toString()
}

function goalRows({ case: id, subjects }: CaseResult, node: string): string[][] {
  return subjects.flatMap(({ subject, toRaw, toUpstream }) => {
    const side = sideOf(subject)
    const goals = side && goalsOf(id)?.[side]
    if (!goals || subject !== SIDES[side].mini) return []
    return [
      { to: 'raw', goal: goals.raw, reached: toRaw },
      { to: SIDES[side].upstream, goal: upstreamGoal(goals, node), reached: toUpstream },
    ].flatMap(({ to, goal, reached }) => {
      if (goal === undefined || !reached) return []
      const verdict = paint(judge(reached.own, goal))
      const [own, whole] = [withSpread(reached.own, 2), withSpread(reached.whole, 2)]
      return [[id, subject, to, `≥ ${goal}`, own, whole, verdict]]
    })
  })
}

function paint(verdict: Verdict): string {
  if (verdict === 'met') return pc.green(verdict)
  return verdict === 'missed' ? pc.red(verdict) : pc.yellow(verdict)
}
