/**
 * All topics × four subjects as a table, group by group, with one line a side below.
 *
 * @module
 */
import Table from 'cli-table3'
import pc from 'picocolors'
import type { Comparison, TopicResult } from '../compare.ts'
import type { SubjectRun } from '../run.ts'
import { type Provenance, SIDES, type SubjectId, sideOf } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import { finalAnswer, type SideVerdict, type VerdictKind } from '../verdict.ts'
import { renderProse } from './columns.ts'
import { renderProblems } from './problems.ts'
import { type Words, words } from './words.ts'

/**
 * The matrix, the verdict of each side, and every difference in words.
 *
 * @param width - Of the terminal, in cells. The table takes what it needs, which is less than 80.
 */
export function renderMatrix(
  comparison: Comparison,
  language: Language = 'en',
  width = process.stdout.columns || 80,
): string {
  const say = words[language]
  const parts = [
    table(comparison, language),
    '',
    pc.dim(renderProse(say.legend, width)),
    ...sideLines(comparison, say),
    ...serviceLines(comparison, say),
    ...renderProblems(comparison, language),
  ]
  return parts.join('\n')
}

/** No lines: at 80 columns they would take the room of a column. */
const BORDERLESS = {
  chars: Object.fromEntries(
    [
      ['top', 'top-mid', 'top-left', 'top-right'],
      ['bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
      ['left', 'left-mid', 'right', 'right-mid'],
      ['mid', 'mid-mid', 'middle'],
    ].flatMap((names) => names.map((name) => [name, ''])),
  ),
  // The table's own colours heed neither NO_COLOR nor a pipe.
  style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
}

function table({ subjects, groups, topics }: Comparison, language: Language): string {
  const say = words[language]
  const both = subjects.some(isKoa) && !subjects.every(isKoa)
  const head = [
    say.topic,
    ...subjects.map((subject) => columnLabel(subject, say)),
    ...(both ? ['↔'] : []),
  ]
  const drawn = new Table({ ...BORDERLESS, head: head.map(pc.bold) })
  for (const { id, title } of groups) {
    drawn.push([{ content: pc.bold(title[language]), colSpan: head.length }])
    for (const topic of topics.filter(({ group }) => group === id)) {
      const cells = subjects.map(({ subject, role }) =>
        role === 'upstream' ? upstreamCell(topic, subject, say) : miniCell(topic, subject, say),
      )
      drawn.push([`  ${topic.id}`, ...cells, ...(both ? [alikeCell(topic, say)] : [])])
    }
  }
  return drawn.toString().replaceAll(/ +$/gm, '')
}

/** Beside its upstream nobody needs a longer name. */
function columnLabel({ role, label }: Provenance, say: Words): string {
  if (role === 'upstream') return label
  return role === 'own' ? say.yours : 'mini'
}

function isKoa({ side }: Provenance): boolean {
  return side === 'koa'
}

function upstreamCell(topic: TopicResult, subject: SubjectId, say: Words): string {
  const run = topic.runs[subject]
  if (!run) return noRun(topic, say)
  const refuted = topic.verdicts[sideOf(subject)]?.requests.some((one) => one.refuted.length > 0)
  return refuted ? pc.red(say.refuted) : statuses(run, say)
}

/** The sign alone: the legend says what it means. */
const SIGNS = {
  agree: pc.green('●'),
  'known difference': pc.yellow('◐'),
  differs: pc.red('✗'),
} as const satisfies Record<VerdictKind, string>

/** What a service lacked for is neither good nor bad; everything else that has no run has failed. */
function noRun({ missing }: TopicResult, say: Words): string {
  return missing.length > 0 ? pc.yellow(say.notRun) : pc.red(say.failed)
}

function miniCell(topic: TopicResult, subject: SubjectId, say: Words): string {
  if (!topic.runs[subject]) return noRun(topic, say)
  const verdict = topic.verdicts[sideOf(subject)]
  return verdict ? SIGNS[verdict.kind] : say.notRun
}

/** Neither green nor red: that the two sides differ is no failure. */
function alikeCell({ alike }: TopicResult, say: Words): string {
  if (alike === undefined) return say.notRun
  return alike ? '●' : '○'
}

/** What answered behind the topics, and what was missing. */
function serviceLines({ topics }: Comparison, say: Words): string[] {
  const lines = topics.flatMap(({ id, services, missing }) => [
    ...services.map(({ name, about }) => pc.dim(`${name}: ${about}`)),
    ...missing.map(({ name, remedy }) =>
      pc.yellow(`${say.notRun}: ${id}. ${say.lacks(name, remedy)}`),
    ),
  ])
  return [...new Set(lines)]
}

/** How many statuses a cell shows. */
const STATUSES = 3

/** The statuses that were seen, each once, in the order of the requests. */
function statuses({ requests }: SubjectRun, say: Words): string {
  const seen = new Set(
    requests
      .filter(({ observation }) => !observation.told)
      .map(({ observation }) => finalAnswer(observation)?.status ?? say.silent),
  )
  return [...seen].slice(0, STATUSES).join(' ') + (seen.size > STATUSES ? ' …' : '')
}

function sideLines({ topics }: Comparison, say: Words): string[] {
  return (Object.keys(SIDES) as Side[]).flatMap((side) => {
    const verdicts = topics.flatMap(({ verdicts }) => verdicts[side] ?? [])
    const [first] = verdicts
    return first ? [sideLine(first.labels, verdicts, say)] : []
  })
}

function sideLine(
  { upstream, mini }: SideVerdict['labels'],
  verdicts: SideVerdict[],
  say: Words,
): string {
  const requests = verdicts.flatMap(({ requests }) => requests)
  const differing = requests.filter(({ kind, refuted }) => kind === 'differs' || refuted.length > 0)
  const known = requests.filter(({ kind }) => kind === 'known difference').length
  const agreed = requests.length - differing.length - known
  const sentence = differing.length > 0 ? say.differs : say.agrees
  const line = sentence(upstream, mini, agreed, requests.length) + (known ? say.known(known) : '')
  return differing.length > 0 ? pc.red(line) : pc.green(line)
}
