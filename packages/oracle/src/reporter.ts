/**
 * A vitest reporter that closes with one line a side: how many behaviours of the mini agree with upstream.
 *
 * @module
 */
import pc from 'picocolors'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { BehaviourMeta } from './vitest.ts'

/** Beside `default`: prints nothing but the closing lines. */
export default class BehaviourReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const compared = modules
      .flatMap((module) => [...module.children.allTests()])
      .flatMap(comparison)
    for (const line of closingLines(compared)) console.log(line)
  }
}

/** One test that compared. */
export interface Compared extends BehaviourMeta {
  name: string
}

/** One line for each upstream, and below it the names of what differs. */
export function closingLines(compared: readonly Compared[]): string[] {
  const sides = new Map<string, Compared[]>()
  for (const one of compared) sides.set(one.upstream, [...(sides.get(one.upstream) ?? []), one])
  return [...sides.values()].flatMap(sideLines)
}

function sideLines(side: readonly Compared[]): string[] {
  const count = (kind: Compared['kind']) => side.filter((one) => one.kind === kind).length
  const [{ upstream = '', mini = '' } = {}] = side
  const [agreed, known, differing] = [count('agree'), count('known difference'), count('differs')]
  const told =
    `${agreed} of ${side.length} behaviours agree` +
    (known > 0 ? `, ${known} known difference${known === 1 ? '' : 's'}` : '')
  if (differing === 0) return [pc.green(`${upstream} = ${mini}: ${told}`)]
  const names = side.filter(({ kind }) => kind === 'differs').map(({ name }) => `    ✗ ${name}`)
  return [pc.red(`${upstream} ≠ ${mini}: ${told}`), ...names.map(pc.red)]
}

/** A test that failed before it had a verdict has none to count; vitest tells of it. */
function comparison(test: TestCase): Compared[] {
  const { behaviour } = test.meta()
  return behaviour ? [{ ...behaviour, name: test.fullName }] : []
}
