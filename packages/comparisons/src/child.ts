/**
 * A process of one subject: `child.ts <subject> [stand-in as JSON]`. Each message in is a topic's folder with the services
 * it needs, or no folder to only load the subject; each message out what became of it. It ends when its parent has no more.
 *
 * @module
 */
import type { ChildMessage, Job } from './compare.ts'
import { runTopic } from './run.ts'
import { loadSubject, type Subject, type SubjectId } from './subjects.ts'
import { loadTopic } from './topics.ts'

const [subject, standIn] = process.argv.slice(2)

process.on('message', async (job: Job) => {
  process.send?.(await run(job))
})

// Nobody waits for what may still be going on, such as a server that a topic has left open.
process.once('disconnect', () => process.exit())

async function run({ folder, services }: Job): Promise<ChildMessage> {
  let loaded: Subject
  try {
    loaded = await loadSubject(subject as SubjectId, standIn ? JSON.parse(standIn) : undefined)
  } catch (err) {
    return { topic: folder, failure: say(err), unloaded: true }
  }
  if (folder === '') return { topic: folder, loaded: true }
  try {
    return { topic: folder, run: await runTopic(await loadTopic(folder), loaded, services) }
  } catch (err) {
    return { topic: folder, failure: say(err) }
  }
}

/** What the frameworks let slip is thrown as it is: it need not be an error. */
function say(err: unknown): string {
  return err instanceof Error ? `${err.stack}` : String(err)
}
