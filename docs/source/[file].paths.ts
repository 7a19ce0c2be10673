/**
 * One page for each upstream file.
 *
 * @module
 */
import { sourcePages } from '../src/source/page.ts'

export default { paths: () => sourcePages('en') }
