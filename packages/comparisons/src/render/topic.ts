/**
 * One topic in full: the question, both programs, what happened on both sides, the answer, the verdicts.
 *
 * @module
 */
import pc from 'picocolors'
import type { Comparison, TopicResult } from '../compare.ts'
import type { Event } from '../events.ts'
import type { RequestRun } from '../run.ts'
import { SIDES, type SubjectId } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import { bodyText, finalAnswer, slipLines } from '../verdict.ts'
import { type Column, renderColumns, renderProse } from './columns.ts'
import { problemLines } from './problems.ts'
import { type Words, words } from './words.ts'

/** Shows one topic in `width` terminal cells. */
export function renderTopic(
  comparison: Comparison,
  topic: TopicResult,
  language: Language,
  width: number,
): string {
  const say = words[language]
  const sides = (Object.keys(SIDES) as Side[]).filter((side) => shownRun(topic, side))
  const sections = [
    `${pc.bold(topic.title[language])}\n${renderProse(topic.question[language], width)}`,
    beside(sides, width, (side) => programColumn(comparison, topic, side, say)),
    ...requestSections(topic, sides, width, language),
    heading(say.answer) + renderProse(topic.answer[language], width),
    ...sides.map(
      (side) => heading(`${say.why}: ${side}`) + renderProse(topic.why[side][language], width),
    ),
    heading(say.verdict) + verdictLines(comparison, topic, language).join('\n'),
  ]
  return `${sections.join('\n\n')}\n`
}

/** What is shown of a side: upstream's run, or the mini's where only that was asked for. */
function shownRun(topic: TopicResult, side: Side) {
  return topic.runs[SIDES[side].upstream] ?? topic.runs[SIDES[side].mini]
}

function programColumn(
  { subjects }: Comparison,
  topic: TopicResult,
  side: Side,
  say: Words,
): Column {
  const of = subjects.filter((subject) => subject.side === side).map(({ label }) => label)
  return {
    heading: pc.bold(`${say.program}: ${of.join(', ')}`),
    lines: topic.programs[side].trimEnd().split('\n'),
  }
}

function requestSections(
  topic: TopicResult,
  sides: Side[],
  width: number,
  language: Language,
): string[] {
  const say = words[language]
  const count = Math.max(...sides.map((side) => shownRun(topic, side)?.requests.length ?? 0))
  return Array.from({ length: count }, (_, at) =>
    beside(sides, width, (side) => {
      const request = shownRun(topic, side)?.requests[at] as RequestRun
      return {
        heading: pc.bold(`${say.happened}: ${request.name[language]}`),
        lines: [...request.events.map((event) => eventCell(event, say)), ...outcome(request, say)],
      }
    }),
  )
}

function eventCell({ kind, handler, depth, detail }: Event, say: Words): string {
  const who = handler === '(framework)' ? say.framework : handler
  const what = detail === undefined ? say.events[kind] : `${say.events[kind]}(${detail})`
  const line = `${'  '.repeat(depth)}${who} ${what}`
  return kind === 'settle' ? pc.bold(line) : line
}

/** The longest body shown whole, in characters. */
const BODY_SHOWN = 300

function outcome({ observation }: RequestRun, say: Words): string[] {
  const answer = finalAnswer(observation)
  const status = answer ? answer.statusLine : `${say.noAnswer} (${observation.patience} ms)`
  if (observation.told) {
    return [
      pc.cyan(`→ ${observation.fate}`),
      ...observation.told.map((line) => pc.dim(`  ${line}`)),
      ...slipLines(observation).map((line) => pc.yellow(`  ${line}`)),
    ]
  }
  const body = bodyText(observation)
  const shown = body.length > BODY_SHOWN ? `${body.slice(0, BODY_SHOWN)}…` : body
  return [
    pc.cyan(`→ ${status} · ${observation.fate}`),
    ...(shown ? shown.trimEnd().split('\n') : []).map((line) => pc.dim(`  ${line}`)),
    ...slipLines(observation).map((line) => pc.yellow(`  ${line}`)),
  ]
}

function verdictLines(
  { subjects, ignored }: Comparison,
  topic: TopicResult,
  language: Language,
): string[] {
  const say = words[language]
  const lines = subjects.map((shown) => {
    const { file, version } = shown.parts[0]
    return `${shown.label.padEnd(14)} ${verdictOf(topic, shown.subject, say)}\n  ${pc.dim(`${version}  ${file}`)}`
  })
  // One that never ran has no provenance to be shown by.
  const failed = (Object.keys(topic.failures) as SubjectId[])
    .filter((id) => !subjects.some(({ subject }) => subject === id))
    .map((id) => `${id.padEnd(14)} ${verdictOf(topic, id, say)}`)
  const problems = (Object.keys(topic.verdicts) as Side[]).flatMap((side) =>
    (topic.verdicts[side]?.requests ?? []).flatMap((request) =>
      problemLines(request, topic.verdicts[side]?.labels, say).map((line) =>
        pc.red(`  ${request.request[language]}: ${line}`),
      ),
    ),
  )
  const rules = ignored.map(({ name, reason }) => pc.dim(`  ${name}: ${reason}`))
  const services = [
    ...topic.services.map(({ name, about }) => `${name}: ${about}`),
    ...topic.missing.map(({ name, remedy }) => pc.yellow(say.lacks(name, remedy))),
  ]
  return [...lines, ...failed, ...services, ...problems, '', pc.dim(say.ignored), ...rules]
}

function verdictOf(topic: TopicResult, subject: SubjectId, say: Words): string {
  if (topic.failures[subject]) return pc.red(`${say.failed}: ${topic.failures[subject]}`)
  const side = subject.endsWith('koa') ? 'koa' : 'express'
  const verdict = topic.verdicts[side]
  if (topic.missing.length > 0) return pc.yellow(say.notRun)
  if (!verdict) return say.notRun
  if (subject === SIDES[side].upstream) {
    return verdict.requests.some(({ refuted }) => refuted.length > 0) ? pc.red(say.refuted) : '●'
  }
  return say.verdicts[verdict.kind]
}

function beside(sides: Side[], width: number, column: (side: Side) => Column): string {
  const [left, right] = sides.map(column)
  if (left && right) return renderColumns(left, right, width)
  return left ? [left.heading, ...left.lines].join('\n') : ''
}

function heading(text: string): string {
  return `${pc.bold(text)}\n`
}
