/**
 * Every case on the step that adds it, on every later step, on the mini and on the real framework; and on the step
 * before, where it must fail: else the step would have added nothing.
 *
 * @module
 */
import { type Answer, type Observation, observe } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import type { Case, Shown, Step } from '../src/index.ts'

/** How long the step before is waited for, in milliseconds: leaving the client alone is one way to fail. */
const IMPATIENT = 200

/** How long an answer is waited for that must come, in milliseconds: a busy machine is no failure. */
const PATIENT = 10_000

/** What is run beside the steps. */
export interface Upstream {
  name: string
  /** Typed as the last step: that is what "drop-in" says. */
  subject: unknown
}

/** The tests of one side. */
export function describeSteps(steps: readonly Step<unknown>[], upstream: Upstream): void {
  steps.forEach((step, at) => {
    for (const { name, subject } of [...steps.slice(at).map(asSubject), upstream]) {
      describe(`${step.id} on ${name}`, () => {
        for (const one of step.cases) {
          it(one.name.en, async () => {
            expect(refutations(one.shows, await observeCase(one, subject, PATIENT))).toEqual([])
          })
        }
      })
    }
    const before = steps[at - 1]
    if (before) describeBefore(before, step.cases)
  })
}

function describeBefore(before: Step<unknown>, cases: readonly Case<unknown>[]): void {
  describe(`${before.id} cannot yet`, () => {
    for (const one of cases) {
      it(one.name.en, async () => {
        expect(await fails(one, before.subject)).toBe(true)
      })
    }
  })
}

function asSubject({ id, subject }: Step<unknown>): Upstream {
  return { name: id, subject }
}

async function fails(one: Case<unknown>, subject: unknown): Promise<boolean> {
  try {
    return refutations(one.shows, await observeCase(one, subject, IMPATIENT)).length > 0
  } catch (err) {
    // A program that asks for what is not there yet.
    if (err instanceof TypeError) return true
    throw err
  }
}

function observeCase(one: Case<unknown>, subject: unknown, patience: number): Promise<Observation> {
  return observe(one.program(subject), { ...one.request, patience })
}

/** What was not shown, in words. */
function refutations(shows: Shown, { answers, fate, slips }: Observation): string[] {
  const answer = answers.at(-1)
  const lines = slips.map(({ kind, text }) => `${kind}: ${text.trim().split('\n')[0]}`)
  const body = answer ? Buffer.from(answer.body).toString('utf8') : undefined
  const told: [what: string, expected: unknown, actual: unknown][] = [
    ['status', shows.status ?? answer?.status, answer?.status],
    ['fate', shows.fate ?? 'kept', fate],
    ['slips', JSON.stringify(shows.slips ?? []), JSON.stringify(lines)],
    ...Object.entries(shows.headers ?? {}).map(([name, value]): [string, unknown, unknown] => [
      name,
      value,
      headerOf(answer, name),
    ]),
  ]
  const wrong = told.filter(([, expected, actual]) => expected !== actual)
  if (shows.body !== undefined && !matches(shows.body, body)) wrong.push(['body', shows.body, body])
  return wrong.map(([what, expected, actual]) => `${what}: ${expected} expected, ${actual} shown`)
}

function headerOf(answer: Answer | undefined, wanted: string): string | undefined {
  return answer?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

function matches(expected: string | RegExp, body: string | undefined): boolean {
  return typeof expected === 'string' ? body === expected : expected.test(body ?? '')
}
