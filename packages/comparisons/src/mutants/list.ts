/**
 * The mutants: each breaks one thing that a reader could think unimportant.
 *
 * @module
 */
import type { Text } from '../topic.ts'

/** One change to one file of a mini. */
export interface Mutant {
  id: string
  mini: 'mini-express' | 'mini-koa'
  /** Below the mini's `src`. */
  file: string
  /** Stands exactly once in the file. */
  find: string
  replace: string
  /** What was broken. */
  breaks: Text
}

/** All mutants, each noticed by at least one topic or test. */
export const mutants: readonly Mutant[] = []
