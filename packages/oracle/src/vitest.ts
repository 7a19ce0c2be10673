/**
 * Behaviours as vitest tests, counted by the reporter.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import {
  type Behaviour,
  type BehaviourResult,
  compareBehaviour,
  compareValue,
  type Pair,
} from './behaviour.ts'

export {
  type Behaviour,
  type BehaviourResult,
  type Check,
  compareBehaviour,
  compareValue,
  type Expectation,
  type Pair,
} from './behaviour.ts'

/** What the reporter reads from a test. */
export interface BehaviourMeta {
  upstream: string
  mini: string
  kind: BehaviourResult['kind']
}

declare module 'vitest' {
  interface TaskMeta {
    /** Set by a test that compares a mini with its upstream. */
    behaviour?: BehaviourMeta
  }
}

/** A case table: one test a behaviour, under the name of the member it is about. */
export function describeBehaviours<Framework>(
  member: string,
  pair: Pair<Framework>,
  behaviours: readonly Behaviour<Framework>[],
): void {
  describe(member, () => {
    for (const behaviour of behaviours) {
      it(behaviour.name, async ({ task }) => {
        const named = { ...behaviour, name: `${member} ${behaviour.name}` }
        await recorded(task.meta, pair, () => compareBehaviour(pair, named))
      })
    }
  })
}

/** One value that has no effect on the wire: what upstream computes is stated, and the mini must equal it. */
export interface ValueBehaviour<Framework> {
  name: string
  compute: (framework: Framework) => unknown
  expected: unknown
}

/** A case table of values: one test each. */
export function describeValues<Framework>(
  member: string,
  pair: Pair<Framework>,
  values: readonly ValueBehaviour<Framework>[],
): void {
  describe(member, () => {
    for (const { name, compute, expected } of values) {
      it(name, async ({ task }) => {
        await recorded(task.meta, pair, () => compareValue(pair, compute, expected))
      })
    }
  })
}

/** Compares and records. Until there is a verdict there is no agreement: what throws counts as differing. */
export async function recorded(
  meta: { behaviour?: BehaviourMeta },
  { upstream, mini }: Pick<Pair<unknown>, 'upstream' | 'mini'>,
  compare: () => Promise<BehaviourResult>,
): Promise<void> {
  meta.behaviour = { upstream, mini, kind: 'differs' }
  record(meta, { upstream, mini }, await compare())
}

/** Marks a test as a comparison, for the closing lines, and fails it where the two differ. */
export function record(
  meta: { behaviour?: BehaviourMeta },
  { upstream, mini }: Pick<Pair<unknown>, 'upstream' | 'mini'>,
  { kind, explanation }: BehaviourResult,
): void {
  meta.behaviour = { upstream, mini, kind }
  expect(kind, explanation).not.toBe('differs')
}
