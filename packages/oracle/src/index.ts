/**
 * Ask a server over a real socket, observe it, judge two observations. Knows HTTP; knows no framework.
 *
 * @module
 */
export { PATIENCE } from './ask.ts'
export { type IgnoreRule, ignored, maskRoom } from './ignore.ts'
export {
  type Difference,
  explain,
  type JudgeOptions,
  judge,
  type KnownDifference,
  type Verdict,
} from './judge.ts'
export type { Answer, Fate, Observation, RequestSpec, Slip } from './observation.ts'
export { type Listenable, observe, observeAll, type Served, serve, type Target } from './serve.ts'
export { type Collected, collectSlips } from './slips.ts'
