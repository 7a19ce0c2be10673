/**
 * What the tests of `node --test` came to, a line of JSON each.
 *
 * @module
 */
import type { Outcome } from '../outcome.ts'

interface TestEvent {
  type: string
  data: {
    name: string
    nesting: number
    file?: string
    message?: string
    skip?: unknown
    todo?: unknown
    details?: { type?: string; error?: Error & { cause?: unknown } }
  }
}

/** Named by `node --test-reporter`. */
export default async function* reportOutcomes(events: AsyncIterable<TestEvent>) {
  // A test's own event comes after those of the tests inside it: its place is known from its start.
  const names: string[] = []
  // A file that does not load fails without a reason, which it has printed.
  const printed = new Map<string | undefined, string>()
  for await (const { type, data } of events) {
    if (type === 'test:stderr') {
      printed.set(data.file, ((printed.get(data.file) ?? '') + data.message).slice(-2_000))
    }
    if (type === 'test:start') {
      names.length = data.nesting
      names.push(data.name)
    }
    if ((type === 'test:pass' || type === 'test:fail') && data.details?.type !== 'suite') {
      const outcome = outcomeOf(type, data, names)
      const said = outcome.message === 'test failed' ? printed.get(data.file) : undefined
      yield `${JSON.stringify(said ? { ...outcome, message: said.trim() } : outcome)}\n`
    }
  }
}

function outcomeOf(type: string, data: TestEvent['data'], names: readonly string[]): Outcome {
  const name = [...names.slice(0, data.nesting), data.name].join(' ')
  const place = { name, file: data.file ?? '' }
  if (data.skip !== undefined || data.todo !== undefined) return { ...place, result: 'pending' }
  if (type === 'test:pass') return { ...place, result: 'passed' }
  const { error } = data.details ?? {}
  const cause = error?.cause instanceof Error ? error.cause.message : error?.message
  return { ...place, result: 'failed', message: cause ?? 'failed without a word' }
}
