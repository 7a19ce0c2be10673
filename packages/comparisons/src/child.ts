/**
 * A process of one subject: `child.ts <subject>`. Each message in is a topic's folder, each message out what
 * became of it; it ends when its parent has no more.
 *
 * @module
 */
import type { ChildMessage } from './compare.ts'
import { runTopic } from './run.ts'
import { loadSubject, type SubjectId } from './subjects.ts'
import { loadTopic } from './topics.ts'

const [subject] = process.argv.slice(2)

process.on('message', async (folder: string) => {
  process.send?.(await run(folder))
})

async function run(folder: string): Promise<ChildMessage> {
  try {
    const topic = await loadTopic(folder)
    return { topic: folder, run: await runTopic(topic, await loadSubject(subject as SubjectId)) }
  } catch (err) {
    return { topic: folder, failure: err instanceof Error ? `${err.stack}` : String(err) }
  }
}
