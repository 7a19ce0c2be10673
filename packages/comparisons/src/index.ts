/**
 * Topics, runs and verdicts: the same program on both sides, on upstream and mini.
 *
 * @module
 */

export type { Answer, Observation } from '@await-next/oracle'
export {
  type CompareOptions,
  type Comparison,
  compare,
  isWhole,
  passed,
  type StandIns,
  type TopicResult,
} from './compare.ts'
export { type Event, type EventKind, eventLine, FRAMEWORK } from './events.ts'
export { toJson } from './json.ts'
export { knownDifferences } from './known-differences.ts'
export { renderMatrix } from './render/matrix.ts'
export { progress } from './render/progress.ts'
export { systemLanguage } from './render/words.ts'
export type { RequestRun, SubjectRun } from './run.ts'
export {
  type Part,
  type Provenance,
  SIDES,
  type StandIn,
  SUBJECTS,
  type SubjectId,
  sideOf,
} from './subjects.ts'
export type {
  Claim,
  ExpressProgram,
  KoaProgram,
  KoaTools,
  Language,
  Side,
  SideOfTopic,
  Text,
  Tools,
  Topic,
} from './topic.ts'
export { TopicError } from './topic.ts'
export { type LoadedTopic, loadTopic, topicNames, UnknownTopicError } from './topics.ts'
export { type RecordAllOptions, type Recorded, recordAll } from './trace/record-all.ts'
export { type RecordedTopic, recordTopic, type TopicTrace } from './trace/record-topic.ts'
export type { RecordedAnswer, RecordedRequest, ScenarioResult } from './trace/scenario.ts'
export type { RequestVerdict, SideVerdict, VerdictKind } from './verdict.ts'
