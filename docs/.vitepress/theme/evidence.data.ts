/**
 * The evidence, for components.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { defineLoader } from 'vitepress'
import type { Evidence } from '../../src/evidence/evidence.ts'
import { EVIDENCE_FILE } from '../../src/paths.ts'

export type { ClaimShown } from '../../src/evidence/evidence.ts'

declare const data: Evidence

export { data }

export default defineLoader({
  watch: ['../../data/evidence.json'],
  load: (): Evidence => JSON.parse(readFileSync(EVIDENCE_FILE, 'utf8')),
})
