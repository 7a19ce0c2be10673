/**
 * What one test of a suite came to.
 *
 * @module
 */

/** One test. */
export interface Outcome {
  /** Its title below those of its suites. */
  name: string
  /** From the suite's folder, with `/`; as the runner gives it inside the suite's process. */
  file: string
  result: 'passed' | 'failed' | 'pending'
  /** Why it failed. */
  message?: string
}
