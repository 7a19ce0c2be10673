/**
 * The comparison, for tables of all topics. A topic's own page has its own data.
 *
 * @module
 */
import { defineLoader } from 'vitepress'
import { type ComparisonSummary, readSummary } from '../../src/comparison-data.ts'

export type { TopicSummary } from '../../src/comparison-data.ts'

declare const data: ComparisonSummary

export { data }

export default defineLoader({
  watch: ['../../data/comparison.json'],
  load: readSummary,
})
