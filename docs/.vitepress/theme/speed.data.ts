/**
 * The kept benchmarks, for components.
 *
 * @module
 */
import { readKept } from '@await-next/benchmarks'
import { defineLoader } from 'vitepress'
import { type SpeedData, speedTables } from '../../src/speed.ts'

declare const data: SpeedData

export { data }

export default defineLoader({
  watch: ['../../../packages/benchmarks/results/*.json'],
  load: () => speedTables(readKept()),
})
