/**
 * One page a topic, for each topic of the run.
 *
 * @module
 */
import { readComparison } from '../../src/comparison-data.ts'

export default {
  paths: () =>
    readComparison().topics.map(({ id, title }) => ({ params: { topic: id, title: title.zh } })),
}
