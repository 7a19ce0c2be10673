/**
 * `pnpm step <topic>`: record a topic and step through what ran, line by line.
 *
 * Exit codes: 0 it was recorded, 1 a recording has no end or no beginning, 2 the command was misused.
 *
 * @module
 */
import { onlyAsked, plainLines, readSources } from '@await-next/tracer'
import { type Reel, stepperWords, stepThrough } from '@await-next/tracer/stepper'
import { Command, InvalidArgumentError, Option } from 'commander'
import { misuse, parseSubjects, WIDTH } from '../src/command-line.ts'
import { renderProse } from '../src/render/columns.ts'
import { systemLanguage, words } from '../src/render/words.ts'
import { SUBJECTS, type SubjectId } from '../src/subjects.ts'
import { type Language, TopicError } from '../src/topic.ts'
import { type LoadedTopic, loadTopic, topicNames } from '../src/topics.ts'
import { type RecordedTopic, recordTopic, type TopicTrace } from '../src/trace/record-topic.ts'
import type { RecordedRequest } from '../src/trace/scenario.ts'

interface Options {
  on: SubjectId[]
  request?: number
  plain?: true
  json?: true
  lang: Language
}

const program = new Command('pnpm step')
  .description('Record a topic and step through the lines that ran, upstream’s as well as ours.')
  .argument('<topic>', 'a topic by name, or a folder of your own such as ./my-topic')
  .option('--on <subjects>', `some of ${SUBJECTS.join(',')}`, parseSubjects, ['express', 'koa'])
  .option('--request <number>', 'only the topic’s request of this number, from 1', count)
  .option('--plain', 'print the run as text: for pipes and screen readers')
  .addOption(
    new Option('--json', 'print the traces, an array with one a subject').conflicts('plain'),
  )
  .addOption(
    new Option('--lang <language>', 'language of the texts')
      .choices(['en', 'zh'])
      .default(systemLanguage()),
  )
  .addHelpText('after', () => help())
  .showHelpAfterError('Type "pnpm step --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

// A pager that is left has seen enough.
process.stdout.on('error', (err: NodeJS.ErrnoException) => {
  if (err.code !== 'EPIPE') throw err
  process.exit(0)
})
try {
  process.exitCode = await main(program.args[0] ?? '', program.opts<Options>())
} catch (err) {
  if (!(err instanceof TopicError)) throw err
  misuse(err)
}

async function main(wanted: string, { on, request, plain, json, lang }: Options): Promise<number> {
  const topic = await loadTopic(wanted, process.env['INIT_CWD'])
  checkRequest(topic, request)
  const recordings = await Promise.all(on.map((subject) => recordTopic(topic, subject)))
  if (json) {
    console.log(JSON.stringify(recordings.map(({ trace }) => onlyWanted(trace, request))))
  } else if (plain || !process.stdin.isTTY || !process.stdout.isTTY) {
    for (const recording of recordings) printPlain(recording, request)
  } else {
    await stepThrough(
      recordings.map((one) => reelOf(one, lang, request)),
      stepperWords[lang],
    )
  }
  return recordings.every(({ trace }) => trace.ending.kind === 'done') ? 0 : 1
}

function printPlain({ trace, packages }: RecordedTopic, request: number | undefined): void {
  const versions = trace.packages.filter(({ version }) => version)
  console.log(
    `${trace.label['subject']}: ${versions.map((one) => `${one.name} ${one.version}`).join(', ')}`,
  )
  const asked = request === undefined ? {} : { asked: request - 1 }
  for (const line of plainLines(trace, readSources(trace, packages), asked)) console.log(line)
  console.log()
}

function onlyWanted(trace: TopicTrace, request: number | undefined): TopicTrace {
  return request === undefined ? trace : onlyAsked(trace, request - 1)
}

/** A recording as the stepper takes it. */
function reelOf({ trace, packages }: RecordedTopic, lang: Language, request?: number): Reel {
  const { subject = '' } = trace.label
  const version = trace.packages[0]?.version
  return {
    trace: onlyWanted(trace, request),
    sources: readSources(trace, packages),
    title: subject.startsWith('mini-') ? subject : `${subject} ${version}`,
    response: (asked) => responseLines(trace.result?.requests[asked], lang),
  }
}

/** What came back, as it stood on the wire. */
function responseLines(request: RecordedRequest | undefined, lang: Language): string[] {
  if (!request) return []
  const answer = request.answers.at(-1)
  if (!answer) return [words[lang].noAnswer]
  const body = 'text' in answer.body ? answer.body.text : answer.body.base64
  return [answer.statusLine, ...body.split('\n'), ...answer.headers.map((pair) => pair.join(': '))]
}

function checkRequest({ id, requests }: LoadedTopic, request = 1): void {
  if (request <= requests.length) return
  const has = requests.length === 1 ? 'one request' : `${requests.length} requests`
  throw new TopicError(`The topic "${id}" has ${has}: there is no number ${request}.`)
}

function count(value: string): number {
  if (/^[1-9]\d*$/.test(value)) return Number(value)
  throw new InvalidArgumentError(`"${value}" is no number from 1.`)
}

function help(): string {
  return `
${renderProse(`Topics: ${topicNames().join(', ')}`, WIDTH)}

Examples:
  pnpm step onion                        Express and Koa
  pnpm step onion --on koa,mini-koa      upstream and mini
  pnpm step onion --on koa --plain       as text, which is also what a pipe gets
  pnpm step onion --json                 for a program: packages/tracer/trace.schema.json`
}
