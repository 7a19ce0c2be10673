/**
 * What two runs of one suite say: does the mini pass every test that upstream passes?
 *
 * @module
 */
import type { KnownFailure } from './known-failures.ts'
import type { Outcome } from './outcome.ts'
import type { Prepared } from './prepare.ts'
import type { Run } from './run.ts'
import { versionOf } from './suites.ts'

/** A test that upstream passes and the mini does not. */
export interface Failure {
  name: string
  file: string
  message: string
  /** Why we leave it so. */
  reason?: string
}

/** The whole result of one suite. */
export interface Judgement {
  suite: string
  /** The version that the tests were written for. */
  suiteVersion: string
  upstream: string
  upstreamVersion: string
  mini: string
  baseline: { passed: number; failed: number; pending: number }
  /** Of those that upstream passes. */
  passed: number
  failures: readonly Failure[]
  /** Listed as known failures, but they pass, or upstream fails them as well. */
  vanished: readonly string[]
  /** What makes the figures worthless. */
  problems: readonly string[]
  redirected: Run['redirected']
  /** Files that test what the installed upstream does not publish. */
  unreachable: Run['refused']
}

/** Lays the mini's run beside the baseline. */
export function judgeRuns(
  prepared: Prepared,
  runs: { upstream: Run; mini: Run },
  known: readonly KnownFailure[],
): Judgement {
  const { suite } = prepared
  const passing = runs.upstream.outcomes.filter(({ result }) => result === 'passed')
  const listed = known.filter((failure) => failure.suite === suite.name)
  const failures = failuresOf(passing, runs.mini.outcomes, listed)
  return {
    suite: suite.name,
    suiteVersion: prepared.version,
    upstream: suite.upstream,
    upstreamVersion: versionOf(suite.upstream),
    mini: suite.mini,
    baseline: count(runs.upstream.outcomes),
    passed: passing.length - failures.length,
    failures,
    vanished: listed
      .filter(({ test }) => !failures.some(({ name }) => name === test))
      .map(({ test }) => test),
    problems: [...problemsOf(suite.upstream, runs.upstream), ...problemsOf(suite.mini, runs.mini)],
    redirected: runs.mini.redirected,
    unreachable: runs.upstream.refused,
  }
}

/** Whether nothing but what is listed fails. */
export function isConformant({ failures, vanished, problems }: Judgement): boolean {
  const unlisted = failures.filter(({ reason }) => reason === undefined)
  return unlisted.length + vanished.length + problems.length === 0
}

function failuresOf(
  passing: readonly Outcome[],
  ours: readonly Outcome[],
  listed: readonly KnownFailure[],
): Failure[] {
  const results = new Map(ours.map((outcome) => [keyOf(outcome), outcome]))
  return passing.flatMap((test) => {
    const outcome = results.get(keyOf(test))
    if (outcome?.result === 'passed') return []
    const reason = listed.find((known) => known.test === test.name)?.reason
    const message = outcome?.message ?? (outcome ? 'left pending' : 'did not run')
    return { name: test.name, file: test.file, message, ...(reason !== undefined && { reason }) }
  })
}

function keyOf({ file, name }: Outcome): string {
  return `${file}\n${name}`
}

function count(outcomes: readonly Outcome[]): Judgement['baseline'] {
  const of = (wanted: Outcome['result']) =>
    outcomes.filter(({ result }) => result === wanted).length
  return { passed: of('passed'), failed: of('failed'), pending: of('pending') }
}

/** A run that tested nothing, or the wrong thing. */
function problemsOf(subject: string, run: Run): string[] {
  const problems = run.forbidden.map((file) => `${subject}'s run loaded upstream's ${file}`)
  if (run.redirected.length === 0) {
    problems.push(`${subject}'s run: no import was redirected, so it was not what was tested`)
  }
  if (!run.outcomes.some(({ result }) => result === 'passed')) {
    const said = run.outcomes.find(({ message }) => message)?.message ?? run.printed.trim()
    problems.push(`${subject}'s run: not one test passed. The first words: ${said}`)
  }
  return problems
}
