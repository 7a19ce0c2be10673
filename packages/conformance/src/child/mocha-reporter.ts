/**
 * What mocha's tests came to, a line of JSON each.
 *
 * @module
 */
import { appendFileSync } from 'node:fs'
import type { Outcome } from '../outcome.ts'

interface Test {
  file?: string
  parent?: { file?: string }
  fullTitle(): string
}

interface Runner {
  on(event: string, listener: (test: Test, err?: Error) => void): void
}

const file = process.env['AWAIT_NEXT_OUTCOMES'] as string

/** Named by `mocha --reporter`. */
class OutcomeReporter {
  constructor(runner: Runner) {
    runner.on('pass', (test) => tell(test, 'passed'))
    runner.on('pending', (test) => tell(test, 'pending'))
    // A hook that fails comes as a test of its own; those that it kept from running are missing.
    runner.on('fail', (test, err) => tell(test, 'failed', err))
  }
}

function tell(test: Test, result: Outcome['result'], err?: unknown): void {
  const outcome: Outcome = {
    name: test.fullTitle(),
    file: test.file ?? test.parent?.file ?? '',
    result,
    ...(result === 'failed' && { message: err instanceof Error ? err.message : String(err) }),
  }
  appendFileSync(file, `${JSON.stringify(outcome)}\n`)
}

export { OutcomeReporter as 'module.exports' }
