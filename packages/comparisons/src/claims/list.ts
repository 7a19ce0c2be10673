/**
 * All sentences.
 *
 * @module
 */
import { answers } from './answers.ts'
import { errors } from './errors.ts'
import type { Saying } from './saying.ts'
import { stack } from './stack.ts'

/** In the order in which they are shown. */
export const sayings: readonly Saying[] = [...stack, ...errors, ...answers]
