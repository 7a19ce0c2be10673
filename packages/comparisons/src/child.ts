/**
 * The process of an actor. Each message in is a job, each message out what became of it. It ends when its parent has no more.
 *
 * @module
 */
import type { Job, Outcome } from './actor.ts'
import { runTopic } from './run.ts'
import { loadSubject, type Subject } from './subjects.ts'
import { loadTopic } from './topics.ts'

process.on('message', async (job: Job) => {
  process.send?.(await run(job))
})

// Nobody waits for what may still be going on, such as a server that a topic has left open.
process.once('disconnect', () => process.exit())

async function run({ subject, standIn, folder, services }: Job): Promise<Outcome> {
  let loaded: Subject
  try {
    loaded = await loadSubject(subject, standIn)
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
