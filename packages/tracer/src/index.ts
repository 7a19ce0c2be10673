/**
 * Records a run of unmodified code: events, lines, steps. Knows V8's inspector; knows no framework.
 *
 * @module
 */
export { type Alignment, align, follow, type Rung } from './align.ts'
export { readFunctions, type SourceFunction, type SourceMap } from './child/functions.ts'
export type { Bounds } from './journal.ts'
export {
  type Lit,
  type LitFile,
  type LitFunction,
  type LitOptions,
  litLines,
  mergeLit,
  shareOf,
} from './lit.ts'
export { type PlainOptions, plainLines } from './plain.ts'
export { Recorder, type RecorderOptions, type RecordOptions, record } from './record.ts'
export type { Scenario, Watch, WatchedPackage } from './scenario.ts'
export { readSources, type Sources } from './sources.ts'
export * from './trace.ts'
