/**
 * What a step is: a framework small enough to read at one sitting, one idea, and the cases that it can do and the
 * step before it cannot.
 *
 * @module
 */
import type { Fate, RequestSpec, Target } from '@await-next/oracle'

/** One text in both languages, in Markdown. */
export type Text = Readonly<Record<'en' | 'zh', string>>

/** What one request shows. */
export interface Shown {
  status?: number
  /** Whole, or by pattern. */
  body?: string | RegExp
  /** Some headers, by lower-case name; `undefined` for one that must be missing. */
  headers?: Readonly<Record<string, string | undefined>>
  /** What became of the connection. Defaults to `kept`. */
  fate?: Fate
  /** What the process let slip, each as `kind: first line`. Defaults to nothing. */
  slips?: readonly string[]
}

/** One thing that a framework does from some step on: there, in every later step, in the mini, and upstream. */
export interface Case<Subject> {
  /** A sentence in the present. The tests have the English one. */
  name: Text
  /** What a user would write. A method, so that a step's own programs fit a list of all steps. */
  program(subject: Subject): Target
  /** Defaults to `GET /`. */
  request?: RequestSpec
  shows: Shown
}

/** One step of building a framework. */
export interface Step<Subject> {
  /** Its folder: `2-errors`. */
  id: string
  title: Text
  /** The one idea, and why it is needed. */
  idea: Text
  /** What a reader may miss, and where it comes. */
  missing: Text
  /** Its files, in reading order; one that did not change stays in the folder of the step that wrote it. */
  files: readonly string[]
  /** What programs get. */
  subject: Subject
  /** What the step before cannot do. */
  cases: readonly Case<Subject>[]
}

/** Says what a step is, so that its programs are checked against its own types. */
export function defineStep<Subject>(step: Step<Subject>): Step<Subject> {
  return step
}
