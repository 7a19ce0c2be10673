/**
 * Runs a suite once, with upstream or a mini in the place of its framework.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Entry, PLAN, type Plan, type Target } from './child/redirect.ts'
import type { Outcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'
import { type SubjectKind, targetOf } from './suites.ts'

/** What a run showed. */
export interface Run {
  outcomes: readonly Outcome[]
  /** Which file the suite got for which of its imports, and how often. */
  redirected: readonly { request: string; file: string; times: number }[]
  /** The suite's own sources that it wanted and that nothing stands in for, with who wanted them. */
  refused: readonly { request: string; by: string }[]
  /** Upstream's files that were loaded although the mini was asked about. */
  forbidden: readonly string[]
  /** The end of what the runner printed, for when there is nothing else to show. */
  printed: string
}

/** The longest a run may take, in milliseconds. */
const LIMIT = 10 * 60_000

/** Runs all tests of a suite. */
export async function run(prepared: Prepared, kind: SubjectKind): Promise<Run> {
  const first = await runOnce(prepared, kind)
  const refusing = new Set(first.refused.map(({ by }) => by))
  const tests = prepared.tests.filter((file) => !refusing.has(file))
  // Mocha runs nothing when one of its files does not load.
  if (first.outcomes.length > 0 || tests.length === prepared.tests.length) return first
  return { ...(await runOnce({ ...prepared, tests }, kind)), refused: first.refused }
}

async function runOnce(prepared: Prepared, kind: SubjectKind): Promise<Run> {
  const folder = realpathSync(prepared.folder)
  const log = path.join(prepared.work, `${kind}.log`)
  const outcomes = path.join(prepared.work, `${kind}.outcomes`)
  await Promise.all([log, outcomes].map((file) => rm(file, { force: true })))

  const plan = planOf(prepared, kind, folder, log)
  const printed = await start(prepared, folder, outcomes, plan)
  const entries = readLines<Entry>(log)
  return {
    outcomes: named(readLines<Outcome>(outcomes), folder),
    redirected: counted(entries),
    refused: distinct(entries.filter((entry) => entry.kind === 'refused')),
    forbidden: [
      ...new Set(entries.flatMap((entry) => (entry.kind === 'forbidden' ? [entry.file] : []))),
    ],
    printed,
  }
}

function planOf({ suite }: Prepared, kind: SubjectKind, folder: string, log: string): Plan {
  const answers: Record<string, Target> = {}
  for (const [request, [upstream, mini]] of Object.entries(suite.redirects)) {
    const place = kind === 'upstream' ? upstream : mini
    if (place) answers[request] = targetOf(place)
  }
  const forbidden = kind === 'mini' ? suite.upstream : undefined
  return { suite: folder, own: suite.own, answers, forbidden, log }
}

/** Resolves to the end of what was printed, whatever the exit code: the outcomes tell. */
function start(prepared: Prepared, folder: string, outcomes: string, plan: Plan): Promise<string> {
  const { suite, work } = prepared
  const hook = path.join(work, 'redirect.mjs')
  const child = spawn(process.execPath, runnerArguments(prepared, outcomes), {
    cwd: folder,
    timeout: LIMIT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...suite.env,
      [PLAN]: JSON.stringify(plan),
      AWAIT_NEXT_OUTCOMES: outcomes,
      // Inherited, so that the processes which tests start are redirected as well.
      // `--require`, since with `--import` Node.js 20 no longer lets ts-node load the main file.
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --require ${JSON.stringify(hook)}`,
      // Where pnpm hides it from upstream: a view engine, for instance, which upstream loads itself.
      NODE_PATH: path.join(work, 'node_modules'),
      // Both say what is asserted: the suites are written for it.
      NODE_ENV: 'test',
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4_000)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(printed))
  })
}

function runnerArguments({ suite, work, tests }: Prepared, outcomes: string): string[] {
  const { kind, flags = [] } = suite.runner
  if (kind === 'node') {
    const reporter = pathToFileURL(path.join(work, 'node-reporter.mjs')).href
    const report = [`--test-reporter=${reporter}`, `--test-reporter-destination=${outcomes}`]
    return [...flags, ...report, '--test', ...tests]
  }
  const mocha = createRequire(path.join(work, 'package.json')).resolve('mocha/package.json')
  const reporter = path.join(work, 'mocha-reporter.mjs')
  const bin = path.join(path.dirname(mocha), 'bin/mocha.js')
  // A test that fails may leave a server behind, which would be waited for.
  return [bin, '--exit', '--reporter', reporter, ...flags, ...tests]
}

function readLines<Line>(file: string): Line[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}

/** Files are told from the suite's folder; of tests with one name, each has its number. */
function named(outcomes: readonly Outcome[], folder: string): Outcome[] {
  const seen = new Map<string, number>()
  return outcomes.map((outcome) => {
    const file = path.relative(folder, outcome.file).split(path.sep).join('/')
    const key = `${file}\n${outcome.name}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return { ...outcome, file, name: times > 1 ? `${outcome.name} (${times})` : outcome.name }
  })
}

function counted(entries: readonly Entry[]): Run['redirected'] {
  const times = new Map<string, { request: string; file: string; times: number }>()
  for (const entry of entries) {
    if (entry.kind !== 'redirected') continue
    const { request, file } = entry
    const seen = times.get(request) ?? { request, file, times: 0 }
    times.set(request, { ...seen, times: seen.times + 1 })
  }
  return [...times.values()]
}

function distinct(refused: readonly { request: string; by: string }[]): Run['refused'] {
  const pairs = new Map(refused.map(({ request, by }) => [`${request} ${by}`, { request, by }]))
  return [...pairs.values()]
}
