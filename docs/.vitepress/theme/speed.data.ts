/**
 * The kept benchmarks, for components.
 *
 * @module
 */
import { defineLoader } from 'vitepress'
import { readSpeed, type SpeedData } from '../../src/speed-data.ts'

declare const data: SpeedData

export { data }

export default defineLoader({
  watch: ['../../data/speed.json'],
  load: readSpeed,
})
