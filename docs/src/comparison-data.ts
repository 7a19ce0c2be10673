/**
 * The comparison as the pages read it: written by `pnpm start` and `pnpm docs:build`.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import type {
  Answer,
  Comparison,
  Event,
  Observation,
  RequestRun,
  Side,
  SubjectId,
  SubjectRun,
  TopicResult,
  VerdictKind,
} from '@await-next/comparisons'
import { COMPARISON_FILE } from './paths.ts'

/** A body as JSON has it. */
export type WrittenBody = { text: string } | { base64: string }

type WrittenAnswer = Omit<Answer, 'body'> & { body: WrittenBody }
type WrittenObservation = Omit<Observation, 'answers' | 'stray'> & { answers: WrittenAnswer[] }
type WrittenRequest = Omit<RequestRun, 'observation'> & { observation: WrittenObservation }
type WrittenRun = Omit<SubjectRun, 'requests'> & { requests: WrittenRequest[] }

/** One topic as JSON has it. */
export type WrittenTopic = Omit<TopicResult, 'runs'> & {
  runs: Record<keyof TopicResult['runs'], WrittenRun>
}

/** The comparison as JSON has it. */
export type WrittenComparison = Omit<Comparison, 'topics'> & { topics: WrittenTopic[] }

/** What the tables of all topics show. */
export interface ComparisonSummary {
  date: string
  node: string
  subjects: SubjectSummary[]
  groups: WrittenComparison['groups']
  topics: TopicSummary[]
  /** The handlers of the home page. */
  onion: Partial<Record<Side, readonly Event[]>>
}

/** One column. */
export interface SubjectSummary {
  subject: SubjectId
  /** `koa 3.3.0` */
  label: string
  version: string
}

/** One row. */
export interface TopicSummary extends Pick<WrittenTopic, 'id' | 'group' | 'title' | 'alike'> {
  /** Whether a service was missing. */
  lacking: boolean
  verdicts: Partial<Record<Side, VerdictKind>>
  /** The statuses of all requests; `null` where nobody answered. */
  statuses: Partial<Record<SubjectId, readonly (number | null)[]>>
}

/** The last comparison, as short as the tables need it. */
export function readSummary(): ComparisonSummary {
  const { date, node, subjects, groups, topics } = readComparison()
  const onion = topics.find(({ id }) => id === 'onion')
  const eventsOf = (side: Side) => onion?.runs[side]?.requests[0]?.events ?? []
  return {
    date: date.slice(0, 10),
    node,
    // Without the paths of the machine that ran it.
    subjects: subjects.map(({ subject, label, parts }) => ({
      subject,
      label,
      version: parts[0].version,
    })),
    groups,
    topics: topics.map(rowOf),
    onion: { express: eventsOf('express'), koa: eventsOf('koa') },
  }
}

function rowOf({ id, group, title, alike, missing, verdicts, runs }: WrittenTopic): TopicSummary {
  const statuses = Object.entries(runs).map(([subject, { requests }]) => [
    subject,
    requests
      .filter(({ observation }) => !observation.told)
      .map(({ observation }) => observation.answers.at(-1)?.status ?? null),
  ])
  return {
    id,
    group,
    title,
    ...(alike === undefined ? {} : { alike }),
    lacking: missing.length > 0,
    verdicts: Object.fromEntries(Object.entries(verdicts).map(([side, { kind }]) => [side, kind])),
    statuses: Object.fromEntries(statuses),
  }
}

/**
 * Reads the last comparison.
 *
 * @throws Error when there is none, or one that lacks an observation that the machine could have made.
 */
export function readComparison(): WrittenComparison {
  if (!existsSync(COMPARISON_FILE)) {
    throw new Error('There is no comparison yet. Run "pnpm start", which makes one.')
  }
  const comparison: WrittenComparison = JSON.parse(readFileSync(COMPARISON_FILE, 'utf8'))
  for (const { id, runs, missing: lacking } of comparison.topics) {
    if (lacking.length > 0) continue
    const missing = comparison.subjects.find(({ subject }) => !runs[subject])
    if (missing) throw new Error(`The topic ${id} has no observation of ${missing.subject}.`)
  }
  return comparison
}
