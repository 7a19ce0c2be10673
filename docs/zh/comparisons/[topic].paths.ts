/**
 * One page a topic, for each topic of the run.
 *
 * @module
 */
import { readComparison } from '../../src/comparison-data.ts'

export default {
  paths: () =>
    readComparison().topics.map(({ id, title }) => ({
      params: { topic: id },
      // Not in the page itself: VitePress takes the title from there as it is written.
      content: `# ${title.zh}`,
    })),
}
