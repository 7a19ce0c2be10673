/**
 * Benchmarks: ratios of one run, never absolute promises.
 *
 * @module
 */
export {
  type BenchOptions,
  type BenchResult,
  bench,
  type CaseResult,
  type Ratios,
  type SubjectResult,
} from './bench.ts'
export type { Ask, HttpCase, Side, Text } from './case.ts'
export { caseOf } from './cases/index.ts'
export { chart } from './chart.ts'
export { type CaseGoals, type Goal, goalsOf, judge, upstreamGoal, type Verdict } from './goals.ts'
export { DIMENSIONS, type GrowthResult, toldSlope } from './growth.ts'
export { type Kept, majorOf, readKept } from './results.ts'
export { median, quantile, type Summary, summarize } from './statistics.ts'
export { type Part, SIDES, SUBJECTS, type SubjectId, sideOf } from './subjects.ts'
export { goalsReached, type Reached } from './table.ts'
export type { Share, WhyResult } from './why.ts'
