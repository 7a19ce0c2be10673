/**
 * Everything that went wrong, in words.
 *
 * @module
 */
import pc from 'picocolors'
import type { Comparison, TopicResult } from '../compare.ts'
import { SIDES, type SubjectId } from '../subjects.ts'
import type { Language, Side } from '../topic.ts'
import type { RequestVerdict } from '../verdict.ts'
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
    block(`${id} · ${subject}`, [failures[subject] ?? '']),
  )
}

function differences({ id, verdicts }: TopicResult, language: Language): string[] {
  return (Object.keys(verdicts) as Side[]).flatMap((side) =>
    (verdicts[side]?.requests ?? []).flatMap((request) => {
      const lines = problemLines(request, side, words[language])
      return lines.length > 0 ? [block(`${id} · ${request.request[language]}`, lines)] : []
    }),
  )
}

/** What is wrong with one request on one side: refuted claims first, then what differs. */
export function problemLines(
  { refuted, kind, differences }: RequestVerdict,
  side: Side,
  say: Words,
): string[] {
  const { upstream, mini } = SIDES[side]
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
