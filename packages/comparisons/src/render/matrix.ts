/**
 * All topics × four subjects as a table, with one line a side below.
 *
 * @module
 */
import Table from 'cli-table3'
import pc from 'picocolors'
import type { Comparison, TopicResult } from '../compare.ts'
import type { SubjectRun } from '../run.ts'
import { type Provenance, SIDES, type SubjectId, sideOf } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import { finalAnswer, type SideVerdict } from '../verdict.ts'
import { renderProblems } from './problems.ts'
import { type Words, words } from './words.ts'

/** The matrix, the verdict of each side, and every difference in words. */
export function renderMatrix(comparison: Comparison, language: Language = 'en'): string {
  const say = words[language]
  const parts = [
    table(comparison, language),
    pc.dim(say.legend),
    ...sideLines(comparison, say),
    ...renderProblems(comparison, say),
  ]
  return parts.join('\n')
}

/** `koa 3.3.0`, `mini-koa`: a mini has no version of its own worth showing. */
export function subjectLabel({ subject, role, parts }: Provenance): string {
  return role === 'upstream' ? `${subject} ${parts[0].version}` : subject
}

function table({ subjects, topics }: Comparison, language: Language): string {
  const say = words[language]
  const both = subjects.some(isKoa) && !subjects.every(isKoa)
  const drawn = new Table({
    head: [say.topic, ...subjects.map(subjectLabel), ...(both ? [say.sides] : [])].map(pc.bold),
    // The table's own colours heed neither NO_COLOR nor a pipe.
    style: { head: [], border: [], compact: true },
  })
  for (const topic of topics) {
    const cells = subjects.map(({ subject, role }) =>
      role === 'upstream' ? upstreamCell(topic, subject, say) : miniCell(topic, subject, say),
    )
    drawn.push([topic.id, ...cells, ...(both ? [alikeCell(topic, say)] : [])])
  }
  return drawn.toString()
}

function isKoa({ side }: Provenance): boolean {
  return side === 'koa'
}

function upstreamCell(topic: TopicResult, subject: SubjectId, say: Words): string {
  const run = topic.runs[subject]
  if (!run) return pc.red(say.failed)
  const refuted = topic.verdicts[sideOf(subject)]?.requests.some((one) => one.refuted.length > 0)
  return refuted ? pc.red(say.refuted) : statuses(run, say)
}

function miniCell(topic: TopicResult, subject: SubjectId, say: Words): string {
  if (!topic.runs[subject]) return pc.red(say.failed)
  const verdict = topic.verdicts[sideOf(subject)]
  if (!verdict) return say.notRun
  const paint = { agree: pc.green, 'known difference': pc.yellow, differs: pc.red }[verdict.kind]
  return paint(say.verdicts[verdict.kind])
}

/** Neither green nor red: that the two sides differ is no failure. */
function alikeCell({ alike }: TopicResult, say: Words): string {
  if (alike === undefined) return say.notRun
  return alike ? say.alike : say.unlike
}

/** Every status that was seen, once, in the order of the requests. */
function statuses({ requests }: SubjectRun, say: Words): string {
  const seen = requests.map(({ observation }) => finalAnswer(observation)?.status ?? say.noAnswer)
  return [...new Set(seen)].join(' ')
}

function sideLines({ subjects, topics }: Comparison, say: Words): string[] {
  return (Object.keys(SIDES) as Side[]).flatMap((side) => {
    const { upstream, mini } = SIDES[side]
    const verdicts = topics.flatMap(({ verdicts }) => verdicts[side] ?? [])
    const shown = subjects.find(({ subject }) => subject === upstream)
    if (!shown || verdicts.length === 0) return []
    return [sideLine(subjectLabel(shown), mini, verdicts, say)]
  })
}

function sideLine(upstream: string, mini: string, verdicts: SideVerdict[], say: Words): string {
  const requests = verdicts.flatMap(({ requests }) => requests)
  const differing = requests.filter(({ kind, refuted }) => kind === 'differs' || refuted.length > 0)
  const known = requests.filter(({ kind }) => kind === 'known difference').length
  const agreed = requests.length - differing.length - known
  const sentence = differing.length > 0 ? say.differs : say.agrees
  const line = sentence(upstream, mini, agreed, requests.length) + (known ? say.known(known) : '')
  return differing.length > 0 ? pc.red(line) : pc.green(line)
}
