/**
 * One page a concept.
 *
 * @module
 */
import { conceptPages } from '../src/side-by-side/page.ts'

export default { paths: () => conceptPages('en') }
