/**
 * All cases, in the order in which they are shown.
 *
 * @module
 */
import type { HttpCase } from '../case.ts'
import { hello } from './hello.ts'

export const CASES: readonly HttpCase[] = [hello]

/**
 * The case of that name.
 *
 * @throws Error where there is none.
 */
export function caseOf(id: string): HttpCase {
  const found = CASES.find((one) => one.id === id)
  if (!found) throw new Error(`There is no case "${id}".`)
  return found
}
