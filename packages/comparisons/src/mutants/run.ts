/**
 * Proof that the comparison bites: one named thing is changed in a copy of a mini or of an upstream, and the topic that
 * is named must notice.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Difference } from '@await-next/oracle'
import { Actor, type Job, type Outcome } from '../actor.ts'
import { compare, UNLOADED } from '../compare.ts'
import { knownDifferences } from '../known-differences.ts'
import type { SubjectRun } from '../run.ts'
import { SIDES, type SubjectId, sideOf } from '../subjects.ts'
import { temporaryFolder } from '../temporary.ts'
import { servicesAmong } from '../tools.ts'
import type { Side } from '../topic.ts'
import { type LoadedTopic, loadTopic, topicNames } from '../topics.ts'
import { judgeSide } from '../verdict.ts'
import { type Copy, makeCopy, StaleMutantError } from './copy.ts'
import type { Mutant } from './list.ts'

/** What became of one mutant. */
export interface MutantResult {
  mutant: Mutant
  /** Whether the topic, or the test, that is named noticed. */
  noticed: boolean
  /** What it noticed, in words. */
  how: string
  /** Every topic that notices, where all were asked. */
  others: readonly string[]
}

/** The topics and tests notice something where nothing was changed: they would notice everything, and so say nothing. */
export class BaselineError extends Error {
  override name = 'BaselineError'
}

/** How mutants are run. */
export interface MutantOptions {
  /** Ask every topic, not only the one that is named. */
  all?: boolean
  onResult?: (result: MutantResult) => void
}

/**
 * Runs mutants on all cores, after the proof that unchanged copies are noticed by nobody.
 *
 * @throws {@link StaleMutantError} or {@link BaselineError}
 */
export async function runMutants(
  mutants: readonly Mutant[],
  { all = false, onResult }: MutantOptions = {},
): Promise<MutantResult[]> {
  const judge = await Judge.of(mutants, all)
  const originals = [...new Set(mutants.map(({ of }) => of))]
  await inParallel(originals, (of, actor) => judge.checkUnchanged(of, mutants, actor))
  return inParallel(mutants, async (mutant, actor) => {
    const result = await judge.run(mutant, all, actor)
    onResult?.(result)
    return result
  })
}

/** Knows what the real upstreams show, and compares copies with that. */
class Judge {
  readonly #topics: ReadonlyMap<string, LoadedTopic>
  readonly #shown = new Map<string, SubjectRun>()

  private constructor(topics: readonly LoadedTopic[]) {
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]))
  }

  static async of(mutants: readonly Mutant[], all: boolean): Promise<Judge> {
    const named = new Set(mutants.flatMap(({ noticedBy }) => topicOf(noticedBy) ?? []))
    const loaded = await Promise.all(topicNames().map((name) => loadTopic(name)))
    // A server behind every mutant would cost more than it notices.
    const topics = loaded.filter(({ needs }) => servicesAmong(needs).length === 0)
    const judge = new Judge(topics)
    await judge.#observeUpstreams(all ? topics : topics.filter(({ id }) => named.has(id)))
    return judge
  }

  async run(mutant: Mutant, all: boolean, actor: Actor): Promise<MutantResult> {
    const copy = await makeCopy(mutant)
    try {
      const topic = topicOf(mutant.noticedBy)
      const how = topic
        ? (await this.#noticing(mutant, copy, [topic], actor)).get(topic)
        : await failingTest(copy, testOf(mutant.noticedBy))
      const others = all ? await this.#others(mutant, copy, actor) : []
      return { mutant, noticed: how !== undefined, how: how ?? '', others }
    } finally {
      await copy.remove()
    }
  }

  async checkUnchanged(of: Mutant['of'], mutants: readonly Mutant[], actor: Actor): Promise<void> {
    const named = mutants.filter((mutant) => mutant.of === of).map(({ noticedBy }) => noticedBy)
    const topics = new Set(named.flatMap((name) => topicOf(name) ?? []))
    const tests = new Set(named.filter((name) => !topicOf(name)).map(testOf))
    const copy = await makeCopy({ id: `unchanged-${of}`, of })
    try {
      const [noticed] = await this.#noticing({ of }, copy, [...topics], actor)
      const failed = noticed ?? (await firstFailing(copy, [...tests]))
      if (failed) throw new BaselineError(`${of} fails unchanged: ${failed.join(': ')}`)
    } finally {
      await copy.remove()
    }
  }

  async #others({ of }: Mutant, copy: Copy, actor: Actor): Promise<string[]> {
    return [...(await this.#noticing({ of }, copy, [...this.#topics.keys()], actor)).keys()]
  }

  /** The topics, of these, in which a copy shows something else than upstream, and what. */
  async #noticing(
    { of }: Pick<Mutant, 'of'>,
    { standIn }: Copy,
    ids: readonly string[],
    actor: Actor,
  ): Promise<Map<string, string>> {
    const subject = subjectOf(of)
    const topics = ids.map((id) => this.#topic(id))
    await this.#observeUpstreams(topics)
    const noticing = new Map<string, string>()
    for (const topic of topics) {
      const how = await this.#how(
        topic,
        { subject, standIn, folder: topic.folder, services: [] },
        actor,
      )
      if (how !== undefined) noticing.set(topic.id, how)
    }
    return noticing
  }

  /** What a topic notices of a copy, if anything. */
  async #how(topic: LoadedTopic, job: Job, actor: Actor): Promise<string | undefined> {
    const outcome = await actor.run(job)
    if ('failure' in outcome) {
      if (outcome.unloaded)
        throw new StaleMutantError(`${job.folder}: ${UNLOADED}${outcome.failure}`)
      return outcome.failure.split('\n')[0]
    }
    const first = this.#difference(topic, sideOf(job.subject), outcome)
    if (first?.field !== 'slips') return first && tell(first)
    // What an earlier mutant has left behind would be noticed as well: only a process of its own can tell.
    actor.close()
    const alone = await actor.run(job)
    const again = this.#difference(topic, sideOf(job.subject), alone)
    return again && tell(again)
  }

  #difference(topic: LoadedTopic, side: Side, outcome: Outcome): Difference | undefined {
    const upstream = this.#shown.get(`${side} ${topic.id}`)
    if (!upstream || !('run' in outcome)) {
      throw new BaselineError(`${topic.id}: ${side} has no observation`)
    }
    const { requests } = judgeSide(side, topic, upstream, outcome.run, knownDifferences)
    const refuted = requests.flatMap((request) => request.refuted)
    if (refuted.length > 0) throw new BaselineError(`${topic.id}: ${side}: ${refuted[0]}`)
    return requests
      .filter(({ kind }) => kind === 'differs')
      .flatMap(({ differences }) => differences)[0]
  }

  /** Once for each topic: no mutant changes what the originals do. */
  async #observeUpstreams(topics: readonly LoadedTopic[]): Promise<void> {
    const unknown = topics.filter(({ id }) => !this.#shown.has(`koa ${id}`))
    if (unknown.length === 0) return
    const subjects = [SIDES.express.upstream, SIDES.koa.upstream]
    const shown = await compare({ topics: unknown, subjects })
    for (const { id, runs, failures } of shown.topics) {
      const [failure] = Object.values(failures)
      if (failure) throw new BaselineError(`${id}: ${failure}`)
      for (const subject of subjects) {
        this.#shown.set(`${sideOf(subject)} ${id}`, runs[subject] as SubjectRun)
      }
    }
  }

  #topic(id: string): LoadedTopic {
    const topic = this.#topics.get(id)
    if (!topic) throw new StaleMutantError(`There is no topic ${id} that could notice anything.`)
    return topic
  }
}

function tell({ field, upstream, mini }: Difference): string {
  return `${field}: ${upstream} → ${mini}`
}

/** Whose place a copy takes: a router that of the framework that brings it along. */
function subjectOf(of: Mutant['of']): SubjectId {
  if (of === 'router') return 'express'
  return of === 'koa-compose' ? 'koa' : of
}

function topicOf(noticedBy: Mutant['noticedBy']): string | undefined {
  return typeof noticedBy === 'string' ? noticedBy : undefined
}

function testOf(noticedBy: Mutant['noticedBy']): string {
  return typeof noticedBy === 'string' ? '' : noticedBy.test
}

async function firstFailing(copy: Copy, tests: readonly string[]) {
  for (const test of tests) {
    const how = await failingTest(copy, test)
    if (how !== undefined) return [test, how]
  }
  return undefined
}

interface VitestReport {
  testResults: {
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** Runs one test file of a copy; in words what fails there. */
async function failingTest({ standIn: { folder } }: Copy, test: string) {
  const report = path.join(folder, 'report.json')
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url))
  const args = ['run', test, '--root', folder, '--config', config]
  const reporting = ['--reporter=json', `--outputFile=${report}`]
  await exited(spawn(process.execPath, [VITEST, ...args, ...reporting], { stdio: 'ignore' }))
  const { testResults }: VitestReport = JSON.parse(await readFile(report, 'utf8'))
  if (testResults.length === 0) throw new StaleMutantError(`There is no test file ${test}.`)
  const [failed] = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
  return failed && `${failed.fullName}: ${failed.failureMessages[0]?.split('\n')[0] ?? ''}`
}

const VITEST = fileURLToPath(new URL('../../../../node_modules/vitest/vitest.mjs', import.meta.url))

function exited(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}

/** One piece of work a core, in order; each core has one process, which is used again. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item, actor: Actor) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const { folder, remove } = temporaryFolder('mutants')
  const worker = async () => {
    const actor = new Actor(folder)
    try {
      for (const [at, item] of queue) results[at] = await work(item, actor)
    } finally {
      actor.close()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker)).finally(remove)
  return results
}
