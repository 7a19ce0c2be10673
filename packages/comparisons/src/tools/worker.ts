/**
 * A worker of a topic's cluster: builds the topic's program as its primary has, and lets it listen on the port that all share.
 *
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises'
import { build, targetOf } from '../build.ts'
import { loadSubject } from '../subjects.ts'
import type { Need, Tools } from '../topic.ts'
import { programsIn } from '../topics.ts'
import type { WorkerJob } from './workers.ts'

const { file, subject, standIn, tools }: WorkerJob = JSON.parse(process.argv[2] ?? '')
const built = await build(programsIn(file, file), await loadSubject(subject, standIn), {
  wait,
  ...tools,
} as Tools<Need>)
// Let go by the primary: what the program holds open would keep the process.
process.once('disconnect', async () => {
  if (!('listen' in built)) await built.close?.()
  process.exit()
})
targetOf(built).listen(0, '127.0.0.1')
