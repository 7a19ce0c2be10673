/**
 * A process of one subject: `child.ts <subject>`. Each message in is a topic's folder with the services it needs,
 * each message out what became of it; it ends when its parent has no more.
 *
 * @module
 */
import type { ChildMessage, Job } from './compare.ts'
import { runTopic } from './run.ts'
import { loadSubject, type SubjectId } from './subjects.ts'
import { loadTopic } from './topics.ts'

const [subject] = process.argv.slice(2)

process.on('message', async (job: Job) => {
  process.send?.(await run(job))
})

async function run({ folder, services }: Job): Promise<ChildMessage> {
  try {
    const topic = await loadTopic(folder)
    const loaded = await loadSubject(subject as SubjectId)
    return { topic: folder, run: await runTopic(topic, loaded, services) }
  } catch (err) {
    return { topic: folder, failure: err instanceof Error ? `${err.stack}` : String(err) }
  }
}
