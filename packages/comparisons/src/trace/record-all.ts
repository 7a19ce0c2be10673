/**
 * Recordings of all topics on all subjects: side by side, and only of what has changed since the last time.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type PackedTrace, pack, unpack, type WatchedPackage } from '@await-next/tracer'
import { openServices, type RunningService } from '../services/index.ts'
import { loadSubject, SUBJECTS, type SubjectId } from '../subjects.ts'
import { servicesAmong } from '../tools.ts'
import { type LoadedTopic, loadTopic, topicNames } from '../topics.ts'
import { whatIsWrong } from '../with-services.ts'
import { watchedPackages } from './packages.ts'
import { openRecorder, type RecordedTopic, recordWith, type TopicTrace } from './record-topic.ts'
import type { ScenarioResult } from './scenario.ts'

/** What to record. */
export interface RecordAllOptions {
  /** Defaults to all of the house's. */
  topics?: readonly LoadedTopic[]
  /** Defaults to all four. */
  subjects?: readonly SubjectId[]
  /** Where recordings are kept, or `false` for nowhere. Defaults to a folder in `node_modules/.cache`. */
  cache?: string | false
  /** How many run at a time. Defaults to the number of cores. */
  parallel?: number
  /** Called after each recording: how many of how many are done, and whether this one was kept from an earlier time. */
  progress?: (done: number, total: number, topic: string, subject: SubjectId, kept: boolean) => void
  /** Called for each topic that is left out, since a service that it needs is missing or does not answer. */
  onSkip?: (topic: string, why: string) => void
}

/** The recording of one topic on one subject. */
export interface Recorded {
  topic: string
  subject: SubjectId
  trace: TopicTrace
  /** The packages whose files it speaks of. */
  packages: readonly WatchedPackage[]
}

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** Where recordings are kept unless somebody says otherwise. */
export const TRACE_CACHE = path.join(ROOT, 'node_modules/.cache/await-next/traces')

/**
 * Records topics on subjects, in a process for each that run at a time, with services that are opened once for all. In the
 * order of topics, then subjects.
 */
export async function recordAll({
  topics,
  subjects = SUBJECTS,
  cache = TRACE_CACHE,
  parallel = availableParallelism(),
  progress,
  onSkip,
}: RecordAllOptions = {}): Promise<Recorded[]> {
  const all = topics ?? (await Promise.all(topicNames().map((name) => loadTopic(name))))
  const services = await openServices(all.flatMap(({ needs }) => servicesAmong(needs)))
  try {
    const able = all.filter(({ id, needs }) => {
      const why = whatIsWrong(services, needs)
      if (why.length > 0) onSkip?.(id, why.join('; '))
      return why.length === 0
    })
    return await recordEach(able, subjects, services.running, { cache, parallel, progress })
  } finally {
    await services.close()
  }
}

type Each = Required<Pick<RecordAllOptions, 'cache' | 'parallel'>> & {
  progress: RecordAllOptions['progress']
}

async function recordEach(
  topics: readonly LoadedTopic[],
  subjects: readonly SubjectId[],
  services: readonly RunningService[],
  { cache, parallel, progress }: Each,
): Promise<Recorded[]> {
  const jobs = topics.flatMap((topic) => subjects.map((subject) => ({ topic, subject })))
  const shelf = cache === false ? undefined : new Shelf(cache)
  const done: Recorded[] = []
  let count = 0
  const work = async (queue: Iterator<[number, (typeof jobs)[number]]>) => {
    const recorder = openRecorder()
    try {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        const [at, { topic, subject }] = next.value
        const kept = await shelf?.find(topic, subject)
        const wanted = services.filter(({ name }) => servicesAmong(topic.needs).includes(name))
        const { trace, packages } = kept ?? (await recordWith(recorder, wanted, topic, subject))
        if (!kept) shelf?.keep(topic, subject, trace)
        done[at] = { topic: topic.id, subject, trace, packages }
        count += 1
        progress?.(count, jobs.length, topic.id, subject, kept !== undefined)
      }
    } finally {
      await recorder.close()
    }
  }
  const queue = jobs.entries()
  await Promise.all(Array.from({ length: parallel }, () => work(queue)))
  return done
}

/** Recordings on disk, by all that they depend on: a recording is found only for what it was made of. */
class Shelf {
  readonly #folder: string
  /** What every recording depends on. */
  readonly #common = digest([
    process.version,
    process.platform,
    readFileSync(path.join(ROOT, 'pnpm-lock.yaml'), 'utf8'),
    ...['tracer/src', 'tracer/loader', 'oracle/src', 'comparisons/src'].map(digestOfPackage),
  ])
  readonly #minis = new Map<string, string>()

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  async find(topic: LoadedTopic, subject: SubjectId): Promise<RecordedTopic | undefined> {
    const file = this.#fileOf(topic, subject)
    if (!existsSync(file)) return undefined
    const packed: PackedTrace<ScenarioResult> = JSON.parse(
      gunzipSync(readFileSync(file)).toString(),
    )
    const { provenance } = await loadSubject(subject)
    return { trace: unpack(packed), packages: watchedPackages(provenance, topic) }
  }

  /** A run that did not come to its end may end otherwise another time. */
  keep(topic: LoadedTopic, subject: SubjectId, trace: TopicTrace): void {
    if (trace.ending.kind !== 'done') return
    const file = this.#fileOf(topic, subject)
    const outdated = `${topic.id}.${subject}.`
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(outdated)) rmSync(path.join(this.#folder, name), { force: true })
    }
    writeFileSync(`${file}.${process.pid}`, gzipSync(JSON.stringify(pack(trace))))
    renameSync(`${file}.${process.pid}`, file)
  }

  #fileOf(topic: LoadedTopic, subject: SubjectId): string {
    const mini = subject.startsWith('mini-') ? this.#mini(subject) : ''
    const key = digest([this.#common, mini, topic.folder, digestOfFolder(topic.folder)])
    return path.join(this.#folder, `${topic.id}.${subject}.${key.slice(0, 32)}.json.gz`)
  }

  #mini(subject: SubjectId): string {
    const known = this.#minis.get(subject) ?? digestOfPackage(`${subject}/src`)
    this.#minis.set(subject, known)
    return known
  }
}

function digestOfPackage(folder: string): string {
  return digestOfFolder(path.join(ROOT, 'packages', folder))
}

function digestOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  return digest(files.flatMap((file) => [path.relative(folder, file), readFileSync(file)]))
}

function digest(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}
