/**
 * Recordings of the fixtures.
 *
 * @module
 */
import path from 'node:path'
import { type RecordOptions, record, type Trace } from '../src/index.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')

/** What is watched: code in `fixtures/app`. */
export const APP = {
  name: 'app',
  version: '1.0.0',
  folder: path.join(FIXTURES, 'app'),
  include: ['server.ts', 'scopes.ts'],
}

/** Records `fixtures/<scenario>.ts`. */
export function recordFixture(
  scenario: string,
  options: Partial<RecordOptions> = {},
): Promise<Trace> {
  return record({
    scenario: new URL(`fixtures/${scenario}.ts`, import.meta.url),
    packages: [APP],
    ...options,
  })
}
