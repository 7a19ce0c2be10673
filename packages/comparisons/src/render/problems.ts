/**
 * Everything that went wrong, in words.
 *
 * @module
 */
import pc from 'picocolors'
import type { Comparison, TopicResult } from '../compare.ts'
import type { SubjectId } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import type { RequestVerdict, SideVerdict } from '../verdict.ts'
import { type Words, words } from './words.ts'

/** One block a problem; none when everything agrees. */
export function renderProblems(
  { topics }: Pick<Comparison, 'topics'>,
  language: Language,
): string[] {
  return topics.flatMap((topic) => [...failures(topic), ...differences(topic, language)])
}

function failures({ id, failures }: TopicResult): string[] {
  return (Object.keys(failures) as SubjectId[]).map((subject) =>
    block(`${id} · ${subject}`, failureLines(failures[subject])),
  )
}

/** What it was and where: the rest of a stack is our own. */
function failureLines(failure = ''): string[] {
  return failure.split('\n').slice(0, FAILURE_LINES)
}

const FAILURE_LINES = 3

function differences({ id, verdicts }: TopicResult, language: Language): string[] {
  return (Object.keys(verdicts) as Side[]).flatMap((side) =>
    (verdicts[side]?.requests ?? []).flatMap((request) => {
      const lines = problemLines(request, verdicts[side]?.labels, words[language])
      return lines.length > 0 ? [block(`${id} · ${request.request[language]}`, lines)] : []
    }),
  )
}

/** What is wrong with one request on one side: refuted claims first, then what differs. */
export function problemLines(
  { refuted, kind, differences }: RequestVerdict,
  { upstream, mini }: SideVerdict['labels'] = { upstream: 'upstream', mini: 'mini' },
  say: Words,
): string[] {
  const claims = refuted.map((problem) => `${say.claim(upstream)}: ${problem}`)
  if (kind !== 'differs') return claims
  const differing = differences.flatMap((difference) => [
    `${difference.field}:`,
    `  ${say.says(upstream, difference.upstream)}`,
    `  ${say.says(mini, difference.mini)}`,
  ])
  return [...claims, ...differing]
}

function block(title: string, lines: string[]): string {
  return [
    pc.red(`✗ ${title}`),
    ...lines.map((line) => `    ${line.replaceAll('\n', '\n    ')}`),
  ].join('\n')
}
