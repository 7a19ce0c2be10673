/**
 * One page a topic, for each topic of the run.
 *
 * @module
 */
import { readTopicPages } from '../src/runs/topic-data.ts'

export default { paths: () => readTopicPages('en') }
