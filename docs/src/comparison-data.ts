/**
 * The comparison as the pages read it: written by `pnpm start` and `pnpm docs:build`.
 *
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import type {
  Answer,
  Comparison,
  Observation,
  RequestRun,
  SubjectRun,
  TopicResult,
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
