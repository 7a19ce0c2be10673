/**
 * The contract of a demo: what its folder's `demo.ts` exports, beside the `main` file that runs.
 *
 * @module
 */

/** The languages of every text. */
export type Language = 'en' | 'zh'

/** A text for people, in each language. */
export type Text = Readonly<Record<Language, string>>

/** What `demo.ts` says about its demo. */
export interface Demo {
  title: Text
  /** What to predict before it runs. */
  question: Text
  /** Why it prints what it prints. */
  explanation: Text
  /** What goes wrong in real programs. */
  pitfalls?: readonly Text[]
  /** Where to read on. */
  links: readonly `https://${string}`[]
  /** What Node is started with, such as `--expose-gc`. */
  flags?: readonly `--${string}`[]
  /** Why a file of it does not fit on a screen. */
  long?: Text
  /** Why it does not run on Windows. */
  posixOnly?: Text
}

/** The most lines a file of a demo has, unless it says why. */
export const SCREEN = 45
