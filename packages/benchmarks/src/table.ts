/**
 * A run as tables: what each subject needs, and the goals beside what was reached.
 *
 * @module
 */
import Table from 'cli-table3'
import pc from 'picocolors'
import type { BenchResult, CaseResult, Ratios, SubjectResult } from './bench.ts'
import { goalsOf, judge, upstreamGoal, type Verdict } from './goals.ts'
import type { Summary } from './statistics.ts'
import { SIDES, type SubjectId, sideOf } from './subjects.ts'

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
  const reached = cases.flatMap((one) => goalsReached(one, node))
  if (reached.length === 0) return undefined
  const table = new Table({
    head: ['case', 'mini', 'to', 'goal', 'own', 'whole', 'verdict'],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  })
  for (const { id, mini, to, goal, ratios } of reached) {
    const figures = [withSpread(ratios.own, 2), withSpread(ratios.whole, 2)]
    table.push([id, mini, to, `≥ ${goal}`, ...figures, paint(judge(ratios.own, goal))])
  }
  return table.toString()
}

/** The same runs under several Nodes, side by side. */
export function renderNodes(results: readonly BenchResult[]): string {
  const table = new Table({
    head: ['case', 'mini', 'to', ...results.map(({ node }) => `Node ${node.slice(1)}`)],
    colAligns: ['left', 'left', 'left', ...results.map(() => 'right' as const)],
    style: { head: [], border: [] },
  })
  const columns = results.map(({ cases, node }) => cases.flatMap((one) => goalsReached(one, node)))
  for (const [row, { id, mini, to }] of (columns[0] ?? []).entries()) {
    const cells = columns.map((column) => {
      const cell = column[row]
      if (!cell) return ''
      const verdict = judge(cell.ratios.own, cell.goal)
      return `${withSpread(cell.ratios.own, 2)} ≥ ${cell.goal} ${paint(verdict)}`
    })
    table.push([id, mini, to, ...cells])
  }
  return table.toString()
}

/** A goal, and the ratios that were measured. */
export interface Reached {
  id: string
  mini: SubjectId
  to: string
  goal: number
  ratios: Ratios
}

/** The goals of a case, with what was reached. */
export function goalsReached({ case: id, subjects }: CaseResult, node: string): Reached[] {
  return subjects.flatMap(({ subject, toRaw, toUpstream }) => {
    const side = sideOf(subject)
    const goals = side && goalsOf(id)?.[side]
    if (!goals || subject !== SIDES[side].mini) return []
    return [
      { to: 'raw', goal: goals.raw, ratios: toRaw },
      { to: SIDES[side].upstream, goal: upstreamGoal(goals, node), ratios: toUpstream },
    ].flatMap(({ to, goal, ratios }) =>
      goal === undefined || !ratios ? [] : [{ id, mini: subject, to, goal, ratios }],
    )
  })
}

function paint(verdict: Verdict): string {
  if (verdict === 'met') return pc.green(verdict)
  return verdict === 'missed' ? pc.red(verdict) : pc.yellow(verdict)
}
