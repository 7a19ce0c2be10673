/**
 * One topic on one subject: the program is run twice, once as it is and once watched.
 *
 * @module
 */
import type { Server } from 'node:http'
import {
  explain,
  judge,
  type Listenable,
  type Observation,
  type RequestSpec,
  serve,
} from '@await-next/oracle'
import { type Event, Recorder } from './events.ts'
import type { Provenance, Subject } from './subjects.ts'
import type { ExpressProgram, KoaProgram, Text, Tools, TopicRequest } from './topic.ts'
import type { LoadedTopic } from './topics.ts'

/** What one request to one subject showed. */
export interface RequestRun {
  name: Text
  observation: Observation
  events: readonly Event[]
}

/** What all requests of one topic showed on one subject. */
export interface SubjectRun {
  topic: string
  provenance: Provenance
  requests: readonly RequestRun[]
}

/**
 * Runs a topic's program on a subject.
 *
 * @throws Error when watching the handlers changed what the client saw: such events would be no evidence.
 */
export async function runTopic(topic: LoadedTopic, subject: Subject): Promise<SubjectRun> {
  const recorder = new Recorder()
  const bare = await askAll(topic, build(topic, subject))
  const watched = await askAll(topic, build(topic, watch(subject, recorder)), recorder)

  const requests = topic.requests.map(({ name }, at) => {
    const { observation } = required(bare[at], topic, name.en)
    const { observation: seenWhileWatched, events } = required(watched[at], topic, name.en)
    assertUnchanged(observation, seenWhileWatched)
    return { name, observation, events }
  })
  return { topic: topic.id, provenance: subject.provenance, requests }
}

const tools: Tools = {
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** Builds the app of a topic for one subject. */
export function build(topic: LoadedTopic, subject: Subject): Listenable {
  return subject.side === 'express'
    ? (topic.programs.express as ExpressProgram)(subject.framework, tools)
    : (topic.programs.koa as KoaProgram)(subject.framework, { ...tools, Router: subject.Router })
}

/** The same subject, with a framework that wraps the handlers which are registered with it. */
export function watch(subject: Subject, recorder: Recorder): Subject {
  if (subject.side === 'express') {
    return { ...subject, framework: recorder.express(subject.framework) }
  }
  return {
    ...subject,
    framework: recorder.koa(subject.framework),
    Router: recorder.koa(subject.Router),
  }
}

/** Somebody who looks on while a topic's requests are asked. */
export interface Onlooker {
  /** The server listens. */
  attach(server: Server): void
  /** A request is about to be sent: which one, counted from zero. */
  asking(request: number): void
}

/** Asks an app all requests of a topic, in order. */
export async function askAll(
  topic: LoadedTopic,
  app: ReturnType<typeof build>,
  recorder?: Recorder,
  onlooker?: Onlooker,
): Promise<Seen[]> {
  const served = await serve(app)
  recorder?.attach(served.server)
  onlooker?.attach(served.server)
  try {
    const seen: Seen[] = []
    for (const [at, request] of topic.requests.entries()) {
      onlooker?.asking(at)
      const observation = await served.ask(specOf(request))
      const events = (await recorder?.take(observation.patience)) ?? []
      seen.push({ observation, events })
    }
    return seen
  } finally {
    await served.close()
  }
}

/** A request as the oracle takes it. */
export function specOf({ name, ...request }: TopicRequest): RequestSpec {
  return { ...request, name: name.en }
}

/** What one request showed. */
export interface Seen {
  observation: Observation
  events: readonly Event[]
}

function required<Value>(value: Value | undefined, topic: LoadedTopic, request: string): Value {
  if (value === undefined) throw new Error(`${topic.id}: "${request}" was not observed`)
  return value
}

/** Judged as upstream and mini are: what is ignored there, such as stacks that our wrapper stands in, is here too. */
function assertUnchanged(bare: Observation, watched: Observation): void {
  const verdict = judge(bare, watched, { unanswered: true })
  if (verdict.kind === 'agree') return
  const told = explain(verdict, { upstream: 'the bare run', mini: 'the watched one' })
  throw new Error(`${bare.request}: watching the handlers changed the answer\n${told}`)
}
