/**
 * Proof that the comparison bites: one named thing is changed in a copy of a mini, and somebody must notice.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Comparison, compare } from '../compare.ts'
import { SIDES, type SubjectId } from '../subjects.ts'
import { servicesAmong } from '../tools.ts'
import type { Side } from '../topic.ts'
import { loadTopic, topicNames } from '../topics.ts'
import type { Mutant } from './list.ts'

/** What became of one mutant. */
export interface MutantResult {
  mutant: Mutant
  /** The topics that noticed; a test where no topic did. Empty: it survived. */
  noticedBy: readonly string[]
  /** In words, what the first of them noticed. */
  how: string
}

/** The list no longer fits the sources: a mutant that changes nothing would be called a survivor. */
export class StaleMutantError extends Error {
  override name = 'StaleMutantError'
}

/** The minis' tests fail without any mutant: they would notice everything, and so say nothing. */
export class BaselineError extends Error {
  override name = 'BaselineError'
}

/**
 * Proves that a copy of a mini in which nothing was changed is noticed by nobody.
 *
 * @throws {@link BaselineError} when it is.
 */
export async function checkBaseline(mini: Mutant['mini']): Promise<void> {
  const nothing = { id: 'unchanged', mini, file: 'index.ts', find: '', replace: '' }
  const { noticedBy, how } = await runMutant({ ...nothing, breaks: { en: '', zh: '' } })
  if (noticedBy.length > 0) {
    throw new BaselineError(`${mini} fails unchanged: ${noticedBy[0]}: ${how}`)
  }
}

/** Changes one thing and asks all topics of that side; if none notices, the mini's own tests. */
export async function runMutant(mutant: Mutant): Promise<MutantResult> {
  const folder = await makeCopy(mutant)
  try {
    const topics = await noticingTopics(mutant, folder)
    if (topics.noticedBy.length > 0) return { mutant, ...topics }
    return { mutant, ...(await noticingTests(folder)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const PACKAGES = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Below the package itself, so that its dependencies resolve as they do for the original. Not in a folder with a dot:
 * `res.sendFile` finds no file in such.
 */
async function makeCopy({ id, mini, file, find, replace }: Mutant): Promise<string> {
  const home = path.join(PACKAGES, mini)
  const copy = path.join(home, 'mutants', id)
  await rm(copy, { recursive: true, force: true })
  await mkdir(copy, { recursive: true })
  for (const part of ['package.json', 'src', 'test']) {
    await cp(path.join(home, part), path.join(copy, part), { recursive: true })
  }
  if (find === '') return copy
  const target = path.join(copy, 'src', file)
  const source = await readFile(target, 'utf8')
  const count = source.split(find).length - 1
  if (count !== 1) {
    throw new StaleMutantError(
      `${id}: ${mini}/src/${file} holds ${JSON.stringify(find)} ${count} times, not once.`,
    )
  }
  await writeFile(
    target,
    source.replace(find, () => replace),
  )
  return copy
}

async function noticingTopics({ mini }: Mutant, folder: string) {
  const side: Side = mini === 'mini-koa' ? 'koa' : 'express'
  const all = await Promise.all(topicNames().map((name) => loadTopic(name)))
  // A server behind every mutant would cost more than it notices.
  const topics = all.filter(({ needs }) => servicesAmong(needs).length === 0)
  const variable = `AWAIT_NEXT_${mini.toUpperCase().replace('-', '_')}`
  const subjects: SubjectId[] = [SIDES[side].upstream, SIDES[side].mini]
  const comparison = await compare({ topics, subjects, env: { [variable]: folder } })
  return whoNoticed(comparison, side)
}

function whoNoticed({ topics }: Comparison, side: Side) {
  const noticing = topics.flatMap(({ id, verdicts, failures }) => {
    const verdict = verdicts[side]?.requests.find(({ kind }) => kind === 'differs')
    const [difference] = verdict?.differences ?? []
    if (difference) {
      return { id, how: `${difference.field}: ${difference.upstream} → ${difference.mini}` }
    }
    const failure = failures[SIDES[side].mini]
    return failure ? { id, how: failure.split('\n')[0] ?? '' } : []
  })
  return { noticedBy: noticing.map(({ id }) => id), how: noticing[0]?.how ?? '' }
}

interface VitestReport {
  testResults: {
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}

/** Runs the copy's own tests. */
async function noticingTests(folder: string) {
  const report = path.join(folder, 'report.json')
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url))
  const vitest = path.join(PACKAGES, '..', 'node_modules', 'vitest', 'vitest.mjs')
  await exited(
    spawn(
      process.execPath,
      [
        vitest,
        'run',
        '--root',
        folder,
        '--config',
        config,
        '--reporter=json',
        `--outputFile=${report}`,
      ],
      { stdio: 'ignore' },
    ),
  )
  const { testResults }: VitestReport = JSON.parse(await readFile(report, 'utf8'))
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
  const how = failed[0]?.failureMessages[0]?.split('\n')[0] ?? ''
  return { noticedBy: failed.map(({ fullName }) => `test: ${fullName}`), how }
}

function exited(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
