/**
 * The process of one subject: `child.ts <subject> <topic folder>…`, one message a topic.
 *
 * @module
 */
import type { ChildMessage } from './compare.ts'
import { runTopic } from './run.ts'
import { loadSubject, type SubjectId } from './subjects.ts'
import { loadTopic } from './topics.ts'

const [subject, ...folders] = process.argv.slice(2)

for (const folder of folders) await send(await run(folder))
process.disconnect()

async function run(folder: string): Promise<ChildMessage> {
  try {
    const topic = await loadTopic(folder)
    return { topic: folder, run: await runTopic(topic, await loadSubject(subject as SubjectId)) }
  } catch (err) {
    return { topic: folder, failure: err instanceof Error ? `${err.stack}` : String(err) }
  }
}

function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()))
}
