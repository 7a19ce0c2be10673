/**
 * One topic on one subject: the program is run twice, once as it is and once watched.
 *
 * @module
 */
import type { Server } from 'node:http'
import {
  explain,
  judge,
  type Observation,
  PATIENCE,
  type RequestSpec,
  type Served,
  serve,
} from '@await-next/oracle'
import { build, targetOf } from './build.ts'
import { type Event, Recorder } from './events.ts'
import type { RunningService } from './services/index.ts'
import type { Provenance, Subject } from './subjects.ts'
import type { ProgramPlace } from './tools/workers.ts'
import { openTools } from './tools.ts'
import type { Equipment, Need, Text, Tools, TopicRequest } from './topic.ts'
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
 * @param services - Those that answer; what the topic needs has to be among them.
 * @throws Error when watching the handlers changed what the client saw: such events would be no evidence.
 */
export async function runTopic(
  topic: LoadedTopic,
  subject: Subject,
  services: readonly RunningService[] = [],
): Promise<SubjectRun> {
  const recorder = new Recorder()
  const bare = await askAll(topic, subject, services)
  // Where the handlers are in other processes, there is nobody to watch in this one.
  const watched = topic.needs?.includes('workers')
    ? bare
    : await askAll(topic, watch(subject, recorder), services, recorder)

  const requests = topic.requests.map(({ name }, at) => {
    const { observation } = required(bare[at], topic, name.en)
    const { observation: seenWhileWatched, events } = required(watched[at], topic, name.en)
    assertUnchanged(observation, seenWhileWatched)
    return { name, observation, events }
  })
  return { topic: topic.id, provenance: subject.provenance, requests }
}

/** A topic's program at work, waiting for requests. */
export interface Site {
  served: Served
  tools: Tools<Need>
  /** Ends the server, then what the program wants closed, then its tools. */
  close(): Promise<void>
}

/** What else a site may be opened with. */
export interface SiteOptions {
  /** Tools in the place of those that would be opened. */
  given?: Partial<Equipment>
  /** Defaults to any that is free. */
  port?: number
}

/** Opens the tools of a topic, builds its app for one subject, and serves it. */
export async function openSite(
  topic: LoadedTopic,
  subject: Subject,
  services: readonly RunningService[] = [],
  { given, port }: SiteOptions = {},
): Promise<Site> {
  const { tools, close: putAway } = await openTools(
    topic.needs,
    services,
    () => placeOf(topic, subject),
    given,
  )
  try {
    const built = await build(topic.programs, subject, tools)
    const closeApp = 'listen' in built ? undefined : built.close
    const served = await serve(targetOf(built), port)
    return {
      served,
      tools,
      async close() {
        await served.close()
        await closeApp?.()
        await putAway()
      },
    }
  } catch (err) {
    await putAway()
    throw err
  }
}

function placeOf({ sources }: LoadedTopic, { side, provenance, standIn }: Subject): ProgramPlace {
  const { subject } = provenance
  return { file: sources[side].file, subject, ...(standIn && { standIn }) }
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
    koaBody: named('koaBody', subject.koaBody),
  }
}

/** Upstream's body parser is a function without a name: for events both have that of their package. */
function named<Make extends (...args: never[]) => object>(name: string, make: Make): Make {
  const naming = (...args: never[]) =>
    Object.defineProperty(make(...args), 'name', { value: name, configurable: true })
  return naming as Make
}

/** Somebody who looks on while a topic's requests are asked. */
export interface Onlooker {
  /** The server listens. */
  attach(server: Server): void
  /** A request is about to be sent: which one, counted from zero. It is sent when this has come to its end. */
  asking(request: number): Promise<void>
}

/** Serves a topic's app, asks it all requests in order, and ends it. */
export async function askAll(
  topic: LoadedTopic,
  subject: Subject,
  services: readonly RunningService[],
  recorder?: Recorder,
  onlooker?: Onlooker,
): Promise<Seen[]> {
  const site = await openSite(topic, subject, services)
  recorder?.attach(site.served.server)
  onlooker?.attach(site.served.server)
  try {
    const seen: Seen[] = []
    for (const [at, request] of topic.requests.entries()) {
      await onlooker?.asking(at)
      const earlier = seen.map(({ observation }) => observation)
      // Only where silence is claimed is it waited for; elsewhere a slow machine is no reason for a verdict.
      const isExpected = topic[subject.side].shows[at]?.fate === undefined
      const more = isExpected ? { patience: isStandIn(subject) ? PATIENCE : LONG } : {}
      const observation = await askOne(site, request, earlier, more)
      const events = (await recorder?.take(PATIENCE)) ?? []
      seen.push({ observation, events })
    }
    return seen
  } finally {
    await site.close()
  }
}

/** How long an answer is waited for that a topic says will come, in milliseconds. */
const LONG = 10_000

/** A framework of a reader's own, or a mutant: that it does not answer at all is to be expected, and not waited for long. */
function isStandIn({ provenance: { role } }: Subject): boolean {
  return role !== 'upstream' && role !== 'mini'
}

/**
 * Sends one request of a topic, or lets its visitor come.
 *
 * @param earlier - What the requests before it have shown.
 * @param more - What else is asked of the oracle, such as a longer patience.
 */
export function askOne(
  { served, tools }: Site,
  request: TopicRequest<Need>,
  earlier: readonly Observation[],
  more: Pick<RequestSpec, 'patience'> = {},
): Promise<Observation> {
  const { en } = request.name
  if ('visit' in request) {
    const { origin, port } = served
    return served.visit(en, () => request.visit({ origin, port, tools }))
  }
  const spec = 'after' in request ? request.after(earlier) : request
  return served.ask({ ...more, ...spec, name: en })
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
