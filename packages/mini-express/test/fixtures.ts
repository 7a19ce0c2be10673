/**
 * Files for tests, all of one age: what is said of them is the same on every machine.
 *
 * @module
 */
import { readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'

/** When every fixture was modified, as far as anybody can tell. */
export const MODIFIED = new Date('2020-01-01T00:00:00Z')

/** The tag that `send` makes of {@link MODIFIED} and a file's size in bytes. */
export function tagOf(size: number): string {
  return `W/"${size.toString(16)}-${MODIFIED.getTime().toString(16)}"`
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
for (const name of readdirSync(FIXTURES, { recursive: true }) as string[]) {
  utimesSync(path.join(FIXTURES, name), MODIFIED, MODIFIED)
}

/** The absolute path of a fixture; those in `public` are served, `outside.txt` must never be. */
export function fixture(...names: string[]): string {
  return path.join(FIXTURES, ...names)
}
