/**
 * Topics times subjects, on all cores: each subject in processes of its own, so that none can disturb another.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { ignored } from '@await-next/oracle'
import { Actor, type Job, type Outcome } from './actor.ts'
import { knownDifferences } from './known-differences.ts'
import type { SubjectRun } from './run.ts'
import { NO_SERVICES, openServices, type Services } from './services/index.ts'
import {
  type Provenance,
  SIDES,
  type StandIn,
  SUBJECTS,
  SubjectError,
  type SubjectId,
  sideOf,
} from './subjects.ts'
import { temporaryFolder } from './temporary.ts'
import { servicesAmong } from './tools.ts'
import { GROUPS, type Group, type Side, type Text } from './topic.ts'
import type { LoadedTopic } from './topics.ts'
import { judgeSide, type SideVerdict, sidesAlike } from './verdict.ts'

/** Everything one topic showed. */
export interface TopicResult {
  id: string
  group: Group
  title: Text
  question: Text
  answer: Text
  why: Readonly<Record<Side, Text>>
  programs: Readonly<Record<Side, string>>
  runs: Partial<Record<SubjectId, SubjectRun>>
  /** The services that answered, and what they are. */
  services: readonly { name: string; about: string }[]
  /** Services that this machine lacks, and what to do about it. If there is one, nothing was run. */
  missing: readonly { name: string; remedy: string }[]
  /** Why a subject has no run: what its process said. */
  failures: Partial<Record<SubjectId, string>>
  /** One verdict for each side of which upstream and mini were both run. */
  verdicts: Partial<Record<Side, SideVerdict>>
  /** Whether the two upstreams do alike (`sidesAlike`); left out unless both were run. */
  alike?: boolean
}

/** Everything a comparison showed; all of it can be written as JSON. */
export interface Comparison {
  /** When it was run, ISO 8601. */
  date: string
  node: string
  platform: string
  subjects: readonly Provenance[]
  /** The groups that the topics stand in, in reading order. */
  groups: readonly { id: Group; title: Text }[]
  /** Group by group. */
  topics: readonly TopicResult[]
  /** What no verdict rests on, with the reasons. */
  ignored: readonly { name: string; reason: string }[]
}

/** What to compare, and whom to tell. */
export interface CompareOptions {
  topics: readonly LoadedTopic[]
  subjects?: readonly SubjectId[]
  /** Called after each run: how many of how many are done. */
  onProgress?: (done: number, total: number, topic: string, subject: SubjectId) => void
  /** Who takes a subject's place. */
  standIns?: StandIns
  /** At most so many processes a subject. Defaults to what the cores can take. */
  processes?: number
  /** Opens the services that the topics need, once for all. Defaults to `openServices`. */
  open?: typeof openServices
}

/** By the subject whose place they take. */
export type StandIns = Readonly<Partial<Record<SubjectId, StandIn>>>

/** Runs every topic on every subject and judges each side. */
export async function compare({
  topics,
  subjects = SUBJECTS,
  onProgress,
  standIns = {},
  processes = Math.ceil((PROCESSES_PER_CORE * availableParallelism()) / subjects.length),
  open = openServices,
}: CompareOptions): Promise<Comparison> {
  const opening = open(topics.flatMap(({ needs }) => servicesAmong(needs)))
  const total = topics.length * subjects.length
  let done = 0
  const tell = (subject: SubjectId) => (topic: string) => {
    done += 1
    onProgress?.(done, total, topic, subject)
  }
  const plan = planOf(topics, opening)
  const run = temporaryFolder('run')
  const results = await Promise.all(
    subjects.map((subject) =>
      runAll(
        { subject, standIn: standIns[subject], folder: run.folder },
        plan,
        processes,
        tell(subject),
      ),
    ),
  )
  run.remove()
  const services = await opening
  await services.close()
  const groups = (Object.keys(GROUPS) as Group[]).filter((id) =>
    topics.some(({ group }) => group === id),
  )
  return {
    date: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    subjects: results.flatMap(({ runs }) => runs.values().next().value?.provenance ?? []),
    groups: groups.map((id) => ({ id, title: GROUPS[id] })),
    topics: groups.flatMap((id) =>
      topics
        .filter(({ group }) => group === id)
        .map((topic) => gather(topic, subjects, results, services)),
    ),
    ignored: ignored.map(({ name, reason }) => ({ name, reason })),
  }
}

/**
 * Whether every subject was run, every claim held and nothing differed that is not listed. Where services are
 * required (`AWAIT_NEXT_REQUIRE_SERVICES=1`), a topic that lacks one has failed as well.
 */
export function passed(comparison: Comparison): boolean {
  if (process.env['AWAIT_NEXT_REQUIRE_SERVICES'] === '1' && !isWhole(comparison)) return false
  return comparison.topics.every(
    ({ verdicts, failures }) =>
      Object.keys(failures).length === 0 &&
      Object.values(verdicts).every(({ kind }) => kind !== 'differs'),
  )
}

/** Whether every topic was run: none lacked a service. */
export function isWhole({ topics }: Comparison): boolean {
  return topics.every(({ missing }) => missing.length === 0)
}

/**
 * Loads a stand-in in a process of its own.
 *
 * @throws {@link SubjectError} when that fails, or ends the process.
 */
export async function checkStandIn(subject: SubjectId, standIn: StandIn): Promise<void> {
  const { folder, remove } = temporaryFolder('run')
  const actor = new Actor(folder)
  const answer = await actor.run({ subject, standIn, folder: '', services: [] })
  actor.close()
  remove()
  if ('failure' in answer) {
    const failure = firstLine(answer.failure)
    throw new SubjectError(answer.unloaded ? failure : `${standIn.label} ${UNLOADED}${failure}`)
  }
}

function firstLine(text: string): string {
  return text.replace(/^SubjectError: /, '').split('\n')[0] ?? ''
}

/** Who is to be run. */
interface Cast {
  subject: SubjectId
  standIn: StandIn | undefined
  /** Where its processes may leave things. */
  folder: string
}

/** A topic in the queue, and the services that it waits for. */
interface Task {
  topic: Pick<LoadedTopic, 'folder' | 'needs'>
  services: Promise<Services>
}

/** While services start, the topics that need none are run. */
function planOf(topics: readonly LoadedTopic[], opening: Promise<Services>): Task[] {
  const needsService = ({ needs }: LoadedTopic) => servicesAmong(needs).length > 0
  const ready = Promise.resolve(NO_SERVICES)
  return [
    ...topics.filter((topic) => !needsService(topic)).map((topic) => ({ topic, services: ready })),
    ...topics.filter(needsService).map((topic) => ({ topic, services: opening })),
  ]
}

interface SubjectResults {
  subject: SubjectId
  runs: Map<string, SubjectRun>
  failures: Map<string, string>
}

/** A topic mostly waits (for a handler, for silence), so that a core has time for more than one. */
const PROCESSES_PER_CORE = 2

/** Begins the failure of a subject that could not be loaded at all. */
export const UNLOADED = 'cannot be loaded: '

/** The processes of one subject take the topics from one queue. */
async function runAll(
  cast: Cast,
  plan: readonly Task[],
  processes: number,
  onDone: (topic: string) => void,
): Promise<SubjectResults> {
  const results: SubjectResults = { subject: cast.subject, runs: new Map(), failures: new Map() }
  const queue = [...plan]
  const report = (message: Outcome) => {
    if ('run' in message) results.runs.set(message.topic, message.run)
    if ('failure' in message) {
      const prefix = message.unloaded ? UNLOADED : ''
      results.failures.set(message.topic, prefix + message.failure)
    }
    onDone(message.topic)
  }
  const work = async () => {
    const actor = new Actor(cast.folder)
    for (let job = await nextJob(); job; job = await nextJob()) report(await actor.run(job))
    actor.close()
  }
  const nextJob = () => next(cast, queue, report)
  await Promise.all(Array.from({ length: Math.min(processes, plan.length) }, work))
  return results
}

/** The next topic that can be run. One whose service is missing is passed over, one whose service fails has failed. */
async function next(
  { subject, standIn }: Cast,
  queue: Task[],
  report: (outcome: Outcome) => void,
): Promise<Job | undefined> {
  for (let task = queue.shift(); task; task = queue.shift()) {
    const { folder, needs } = task.topic
    const { running, missing, failed } = await task.services
    const wanted = servicesAmong(needs)
    const broken = failed.filter(({ name }) => wanted.includes(name))
    if (broken.length > 0) {
      const told = broken.map(({ name, problem }) => `${name}: ${problem}`)
      report({ topic: folder, failure: told.join('\n') })
    } else if (!missing.some(({ name }) => wanted.includes(name))) {
      const given = running.filter(({ name }) => wanted.includes(name))
      return { subject, standIn, folder, services: given }
    }
  }
  return undefined
}

function gather(
  topic: LoadedTopic,
  subjects: readonly SubjectId[],
  results: readonly SubjectResults[],
  { running, missing }: Services,
): TopicResult {
  const { id, folder, group, title, question, answer } = topic
  const runs: TopicResult['runs'] = {}
  const failures: TopicResult['failures'] = {}
  const wanted = servicesAmong(topic.needs)
  const lacking = missing.filter(({ name }) => wanted.includes(name))
  for (const { subject, runs: done, failures: failed } of results) {
    const run = done.get(folder)
    if (run) runs[subject] = run
    else if (lacking.length === 0) failures[subject] = failed.get(folder) ?? 'no observation'
  }
  const result: TopicResult = {
    id,
    group,
    title,
    question,
    answer,
    why: { express: topic.express.why, koa: topic.koa.why },
    programs: { express: topic.sources.express.text, koa: topic.sources.koa.text },
    services: running
      .filter(({ name }) => wanted.includes(name))
      .map(({ name, about }) => ({ name, about })),
    missing: lacking,
    runs,
    failures,
    verdicts: verdictsOf(topic, subjects, runs),
  }
  if (runs.express && runs.koa) result.alike = sidesAlike(runs.express, runs.koa)
  return result
}

function verdictsOf(
  topic: LoadedTopic,
  subjects: readonly SubjectId[],
  runs: TopicResult['runs'],
): TopicResult['verdicts'] {
  const verdicts: TopicResult['verdicts'] = {}
  for (const side of new Set(subjects.map(sideOf))) {
    const upstream = runs[SIDES[side].upstream]
    const mini = runs[SIDES[side].mini]
    if (upstream && mini) verdicts[side] = judgeSide(side, topic, upstream, mini, knownDifferences)
  }
  return verdicts
}
