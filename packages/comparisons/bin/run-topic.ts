/**
 * One topic on one subject in this very process, without a watcher in between: what a debugger wants.
 *
 * @module
 */
import { open, Session } from 'node:inspector'
import { pathToFileURL } from 'node:url'
import type { Observation } from '@await-next/oracle'
import { Command } from 'commander'
import type { FoundBreakpoint } from '../src/debug/breakpoints.ts'
import { askOne, openSite } from '../src/run.ts'
import type { RunningService } from '../src/services/index.ts'
import { loadSubject, SUBJECTS, type Subject, type SubjectId } from '../src/subjects.ts'
import { TopicError } from '../src/topic.ts'
import { type LoadedTopic, loadTopic } from '../src/topics.ts'
import { bodyText, finalAnswer } from '../src/verdict.ts'
import { withServices } from '../src/with-services.ts'

/** As long as one may sit at a breakpoint before the request is given up, in milliseconds. */
const AT_A_BREAKPOINT = 3_600_000

const program = new Command('run-topic')
  .description('Run one topic on one subject in this process, to step through it in a debugger.')
  .argument('<topic>', 'a topic by name, or a folder')
  .argument('<subject>', SUBJECTS.join(', '))
  .option('--wait <port>', 'open the inspector, and wait for a debugger before the first request')
  .option('--stop', 'stop at the lines that matter, where a debugger is attached')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

const [wanted = '', subject = ''] = program.args
const { wait, stop } = program.opts<{ wait?: string; stop?: true }>()
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
  await withServices(topic, async (services) => {
    for (const { name, file } of loaded.provenance.parts) console.log(`${name}: ${file}`)
    for (const { name, about } of services) console.log(`${name}: ${about}`)
    await askAll(topic, loaded, services)
  })
}

async function askAll(
  topic: LoadedTopic,
  loaded: Subject,
  services: readonly RunningService[],
): Promise<void> {
  const site = await openSite(topic, loaded, services)
  try {
    // Opened only now: all is loaded, and a debugger that had come earlier would be waited for once more.
    if (wait !== undefined) open(Number(wait), '127.0.0.1', true)
    if (stop) {
      // It parses sources, which nobody waits for who does not stop.
      const { findBreakpoints } = await import('../src/debug/breakpoints.ts')
      stopAt(await findBreakpoints(subject as SubjectId, topic))
    }
    const earlier: Observation[] = []
    for (const request of topic.requests) {
      const observation = await askOne(site, request, earlier, { patience: AT_A_BREAKPOINT })
      earlier.push(observation)
      console.log(`${request.name.en}: ${finalAnswer(observation)?.statusLine ?? observation.fate}`)
      console.log(observation.told?.join('\n') ?? bodyText(observation))
    }
  } finally {
    await site.close()
  }
}

/** Breakpoints of a session of our own: whoever is attached is told when the process stops. */
function stopAt(breakpoints: readonly FoundBreakpoint[]): void {
  const session = new Session()
  session.connect()
  session.post('Debugger.enable')
  for (const { path, line } of breakpoints) {
    const url = pathToFileURL(path).href
    session.post('Debugger.setBreakpointByUrl', { url, lineNumber: line - 1 })
  }
}
