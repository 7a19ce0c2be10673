/**
 * The recordings that the site brings along: made by the tracer, kept by what they depend on, written as small files that a
 * page loads when its player is opened.
 *
 * @module
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  type LoadedTopic,
  loadTopic,
  type Recorded,
  recordAll,
  SUBJECTS,
  type SubjectId,
  type TopicTrace,
  topicNames,
} from '@await-next/comparisons'
import { litLines, pack, readSources } from '@await-next/tracer'
import { RECORDINGS_FILE, RECORDINGS_FOLDER } from '../paths.ts'
import { highlightLines } from '../source/highlight.ts'
import {
  type HtmlLines,
  type RecordingFile,
  recordingAddress,
  sourcesAddress,
} from './recording.ts'
import { withoutPaths } from './without-paths.ts'

/** Whose lines the site brings along: the group `stack`, or all topics, which take minutes once. Others are a command away. */
export type Recordings = 'stack' | 'all'

/** What is known of a recording without loading it. */
export interface RecordingSummary {
  steps: number
  events: number
  /** The framework's files of which lines ran. */
  lit: readonly LitSummary[]
}

/** The lines of one file that ran. */
export interface LitSummary {
  /** `koa/lib/application.js` */
  file: string
  lines: readonly number[]
  /** How many lines could have. */
  executable: number
}

/** By topic, then by subject. */
export type RecordingSummaries = Readonly<
  Record<string, Readonly<Partial<Record<SubjectId, RecordingSummary>>>>
>

/** What to write, and whom to tell. */
export interface WriteOptions {
  which: Recordings
  /** How many run at a time. Defaults to the number of cores. */
  parallel?: number
  /** Called after each recording: how many of how many are done. */
  tell?: (done: number, total: number, topic: string, subject: SubjectId) => void
  /** Called for each topic that is left out, since a service that it needs is missing or does not answer. */
  onSkip?: (topic: string, why: string) => void
}

/**
 * Records what is not kept from an earlier time, and writes all of it for the pages.
 *
 * @returns Recordings that did not come to their end, each in a sentence.
 */
export async function writeRecordings({
  which,
  tell,
  ...options
}: WriteOptions): Promise<string[]> {
  const topics = await topicsOf(which)
  const recorded = await recordAll({ ...options, topics, ...(tell ? { progress: tell } : {}) })
  rmSync(RECORDINGS_FOLDER, { recursive: true, force: true })
  const summaries: Record<string, Partial<Record<SubjectId, RecordingSummary>>> = {}
  const sources = new Map<SubjectId, Record<string, readonly string[]>>(
    SUBJECTS.map((subject) => [subject, {}]),
  )
  for (const one of recorded) {
    const topic = topics.find(({ id }) => id === one.topic) as LoadedTopic
    const lines = await linesOf(one, topic, sources.get(one.subject) ?? {})
    write(recordingAddress(one.topic, one.subject), recordingFile(one.trace, lines))
    const summary = summaries[one.topic] ?? {}
    summaries[one.topic] = { ...summary, [one.subject]: summaryOf(one) }
  }
  for (const [subject, lines] of sources) write(sourcesAddress(subject), lines)
  mkdirSync(path.dirname(RECORDINGS_FILE), { recursive: true })
  writeFileSync(RECORDINGS_FILE, JSON.stringify(summaries))
  return recorded
    .filter(({ trace }) => trace.ending.kind !== 'done')
    .map(({ topic, subject, trace }) => `${topic} on ${subject}: ${JSON.stringify(trace.ending)}`)
}

async function topicsOf(which: Recordings): Promise<LoadedTopic[]> {
  const all = await Promise.all(topicNames().map((name) => loadTopic(name)))
  return all.filter(({ group }) => which === 'all' || group === which)
}

/** What was written last; nothing where nothing was. */
export function readRecordings(): RecordingSummaries {
  return existsSync(RECORDINGS_FILE) ? JSON.parse(readFileSync(RECORDINGS_FILE, 'utf8')) : {}
}

/** The framework's lines go to `known`, where other topics find them; the program's are handed back. */
async function linesOf(
  { trace, packages }: Recorded,
  topic: LoadedTopic,
  known: Record<string, readonly string[]>,
): Promise<HtmlLines> {
  const texts = readSources(trace, packages)
  const program: Record<string, readonly string[]> = {}
  for (const name of filesStepped(trace)) {
    const isProgram = name.startsWith(`${topic.id}/`)
    if (!isProgram && known[name]) continue
    const language = name.endsWith('.ts') ? 'typescript' : 'javascript'
    const lines = await highlightLines((texts.get(name) ?? []).join('\n'), language)
    if (isProgram) program[name] = lines
    else known[name] = lines
  }
  return program
}

function filesStepped({ steps, frames, functions, files }: TopicTrace): Set<string> {
  const stepped = new Set(steps.map(({ frame }) => functions[frames[frame]?.function ?? -1]?.file))
  return new Set(files.flatMap(({ name }, at) => (stepped.has(at) ? [name] : [])))
}

/** A recording, as small as a page can read it. */
export function recordingFile(trace: TopicTrace, program: HtmlLines): RecordingFile {
  const { functions, result, ...rest } = pack(trace)
  return {
    trace: {
      ...rest,
      functions: functions.map(({ name, file, line, endLine }) => [name, file, line, endLine]),
      result: null,
    },
    responses: (result?.requests ?? []).map(responseLines),
    program,
  }
}

type Request = NonNullable<TopicTrace['result']>['requests'][number]

/** The longest body that goes along, in characters: the rest is told by the page's own answers. */
const BODY = 1000

/** What came back, as it stood on the wire. */
function responseLines({ answers, told }: Request): readonly string[] | null {
  if (told) return told
  const answer = answers.at(-1)
  if (!answer) return null
  const whole = 'text' in answer.body ? answer.body.text : answer.body.base64
  const body = whole.length > BODY ? `${whole.slice(0, BODY)}…` : whole
  return [
    answer.statusLine,
    ...answer.headers.map((pair) => pair.join(': ')),
    '',
    ...body.split('\n'),
  ]
}

function summaryOf({ trace, topic }: Recorded): RecordingSummary {
  const lit = litLines(trace)
    .filter(({ name, lit }) => lit.length > 0 && !name.startsWith(`${topic}/`))
    .map(({ name, lit, executable }) => ({
      file: name,
      lines: lit,
      executable: executable.length,
    }))
  return { steps: trace.steps.length, events: trace.events.length, lit }
}

function write(address: string, content: unknown): void {
  const file = path.join(RECORDINGS_FOLDER, address.replace(/^\/recordings\//, ''))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, withoutPaths(JSON.stringify(content)))
}
