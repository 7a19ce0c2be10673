/**
 * The whole way: prepare a suite, run it on upstream and on the mini, judge.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Judgement, judgeRuns } from './judge.ts'
import { type KnownFailure, knownFailures } from './known-failures.ts'
import { command, PrepareError, type Progress, prepare } from './prepare.ts'
import { run } from './run.ts'
import { type Suite, targetOf, versionOf } from './suites.ts'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))

/** Options of {@link conformance}. */
export interface ConformanceOptions {
  /** A folder, or what `git clone` takes with `#tag`; see {@link prepare}. */
  source?: string | undefined
  progress?: Progress
  known?: readonly KnownFailure[]
}

/**
 * Asks a mini what upstream's own suite asks upstream.
 *
 * @throws PrepareError when the suite cannot be had, or the mini cannot be built.
 */
export async function conformance(
  suite: Suite,
  { source, progress = () => {}, known = knownFailures }: ConformanceOptions = {},
): Promise<Judgement> {
  const prepared = await prepare(suite, source, progress)
  await build(suite, progress)
  progress(
    `running its ${prepared.tests.length} files on ${suite.upstream} ${versionOf(suite.upstream)}`,
  )
  const upstream = await run(prepared, 'upstream')
  progress(`running them on ${suite.mini}`)
  const mini = await run(prepared, 'mini')
  return judgeRuns(prepared, { upstream, mini }, known)
}

/** The suites load plain JavaScript: what is published, made from the sources as they are. */
async function build(suite: Suite, progress: Progress): Promise<void> {
  const minis = ['mini-koa', 'mini-express'].filter((mini) =>
    Object.values(suite.redirects).some(([, place]) => place?.startsWith(`${mini}/`)),
  )
  for (const mini of minis) {
    progress(`building ${mini}`)
    const tsc = targetOf('typescript/bin/tsc').file
    const folder = path.join(PACKAGES, mini)
    await command(process.execPath, [tsc, '-p', 'tsconfig.build.json'], folder).catch(() => {
      throw new PrepareError(`${mini} does not compile. Type "pnpm check" to see why.`)
    })
  }
  const missing = Object.values(suite.redirects)
    .flat()
    .find((place) => place && !existsSync(targetOf(place).file))
  if (missing) throw new PrepareError(`${missing} is not there, though the suite is sent to it.`)
}
