/**
 * What the comparisons rest on besides topics, for pages that show it: mutants, popular sentences, sizes.
 *
 * @module
 */
export { sayings } from './claims/list.ts'
export { type Finding, type Judgement, judgeSaying } from './claims/run.ts'
export type { Experiment, Saying, Truth } from './claims/saying.ts'
export { type Mutant, mutants } from './mutants/list.ts'
export { MINIS, type Mini, type MiniFile, type SizeRow, type Sizes, sizes } from './sizes.ts'
