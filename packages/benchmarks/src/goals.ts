/**
 * What the minis are to reach: ratios within one run, and the judgement whether they do.
 *
 * @module
 */
import type { Side } from './case.ts'
import type { Summary } from './statistics.ts'

/** The least ratio of a mini to bare Node and to its upstream; 2 means twice as fast. */
export interface Goal {
  raw?: number
  upstream?: number
  /** To the upstream, on Node 24 and later: there Express is no longer slowed down by its prototypes. */
  upstreamSince24?: number
}

/** The goals of a case, a side each. */
export type CaseGoals = Readonly<Record<Side, Goal>>

const GOALS: readonly [cases: RegExp, goals: CaseGoals][] = [
  [
    /^hello$/,
    {
      express: { raw: 0.88, upstream: 6, upstreamSince24: 1.3 },
      koa: { raw: 0.9, upstream: 1.3 },
    },
  ],
  [/^hello-server$/, { express: { raw: 0.82, upstream: 6 }, koa: { raw: 0.9, upstream: 1.3 } }],
  [/^middlewares-10$/, { express: { raw: 0.8, upstream: 5 }, koa: { raw: 0.75, upstream: 1.3 } }],
  [/^routes-1000-/, { express: { raw: 0.8, upstream: 20 }, koa: { raw: 0.8, upstream: 12 } }],
  [/^param$/, { express: { raw: 0.8, upstream: 5 }, koa: { raw: 0.8, upstream: 1.5 } }],
  [
    /^(?:error|not-found)$/,
    { express: { raw: 0.7, upstream: 5 }, koa: { raw: 0.7, upstream: 1.2 } },
  ],
  // No more than upstream.
  [/^memory$/, { express: { upstream: 1 }, koa: { upstream: 1 } }],
]

/** The goals of a case, if it has any. */
export function goalsOf(caseId: string): CaseGoals | undefined {
  return GOALS.find(([cases]) => cases.test(caseId))?.[1]
}

/** The ratio to the upstream that is asked for under a Node such as `v20.20.2`. */
export function upstreamGoal(goal: Goal, node: string): number | undefined {
  const major = Number(/^v?(\d+)/.exec(node)?.[1])
  return major >= 24 && goal.upstreamSince24 !== undefined ? goal.upstreamSince24 : goal.upstream
}

/** What became of a goal. */
export type Verdict = 'met' | 'missed' | 'too noisy to tell'

/** Rounds further apart than this say little. */
const NOISY = 0.1

/** Whether a ratio reaches a goal; where the rounds lie far apart and on both sides of it, nobody can tell. */
export function judge({ median, low, high, spread }: Summary, goal: number): Verdict {
  if (spread > NOISY && low < goal && goal < high) return 'too noisy to tell'
  return median >= goal ? 'met' : 'missed'
}
