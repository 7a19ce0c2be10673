/**
 * Popular sentences about Express and Koa, each with the smallest programs that can tell whether it is so.
 *
 * A sentence predicts something of each program. Whether that is seen decides the verdict; nobody writes it down
 * without its being checked.
 *
 * @module
 */
import type { RequestRun } from '../run.ts'
import type { ExpressProgram, KoaProgram, Sent, Text } from '../topic.ts'

/** What the runs say of a sentence: seen everywhere as predicted, nowhere, or it depends. */
export type Truth = 'true' | 'false' | 'depends'

/** A sentence that people say. */
export interface Saying {
  id: string
  says: Text
  /** What we say of it; a run that computes another verdict fails. */
  verdict: Truth
  experiments: readonly [Experiment, ...Experiment[]]
  /** Why, or on what it depends. */
  because: Text
}

/** One program, one request, one prediction. */
export type Experiment = {
  /** Under which circumstances. */
  when: Text
  /** What was sent; a plain `GET /` where nothing is said. */
  request?: Omit<Sent, 'name'>
  /** What of the run the sentence is about. */
  see: (run: RequestRun) => string
  /** What would be seen there if the sentence were right. */
  predicts: string
} & ({ express: ExpressProgram } | { koa: KoaProgram })
