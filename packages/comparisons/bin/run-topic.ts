/**
 * One topic on one subject in this very process, without a watcher in between: what a debugger wants.
 *
 * @module
 */
import { serve } from '@await-next/oracle'
import { Command } from 'commander'
import { build, specOf } from '../src/run.ts'
import { loadSubject, SUBJECTS, type SubjectId } from '../src/subjects.ts'
import { TopicError } from '../src/topic.ts'
import { loadTopic } from '../src/topics.ts'
import { bodyText, finalAnswer } from '../src/verdict.ts'

/** As long as one may sit at a breakpoint before the request is given up, in milliseconds. */
const AT_A_BREAKPOINT = 3_600_000

const program = new Command('run-topic')
  .description('Run one topic on one subject in this process, to step through it in a debugger.')
  .argument('<topic>', 'a topic by name, or a folder')
  .argument('<subject>', SUBJECTS.join(', '))
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const [wanted = '', subject = ''] = program.args
try {
  await run()
} catch (err) {
  if (!(err instanceof TopicError)) throw err
  console.error(err.message)
  process.exitCode = 2
}

async function run(): Promise<void> {
  if (!SUBJECTS.some((known) => known === subject)) {
    throw new TopicError(`"${subject}" is no subject. There are ${SUBJECTS.join(', ')}.`)
  }
  const topic = await loadTopic(wanted, process.env['INIT_CWD'])
  const loaded = await loadSubject(subject as SubjectId)
  const served = await serve(build(topic, loaded))
  for (const { name, file } of loaded.provenance.parts) console.log(`${name}: ${file}`)
  for (const request of topic.requests) {
    const observation = await served.ask({ ...specOf(request), patience: AT_A_BREAKPOINT })
    console.log(`${request.name.en}: ${finalAnswer(observation)?.statusLine ?? observation.fate}`)
    console.log(bodyText(observation))
  }
  await served.close()
}
