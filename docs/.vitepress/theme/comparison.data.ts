/**
 * The comparison, for components.
 *
 * @module
 */
import { defineLoader } from 'vitepress'
import { readComparison, type WrittenComparison } from '../../src/comparison-data.ts'

export type { WrittenBody, WrittenComparison, WrittenTopic } from '../../src/comparison-data.ts'

declare const data: WrittenComparison

export { data }

export default defineLoader({
  watch: ['../../data/comparison.json'],
  load: readComparison,
})
