/**
 * The concepts that are laid side by side, without their code.
 *
 * @module
 */
import { defineLoader } from 'vitepress'
import { type Concept, concepts } from '../../src/side-by-side/concepts.ts'

type Listed = Pick<Concept, 'id' | 'title' | 'look'>

declare const data: Listed[]

export { data }

export default defineLoader({
  load: (): Listed[] => concepts.map(({ id, title, look }) => ({ id, title, look })),
})
