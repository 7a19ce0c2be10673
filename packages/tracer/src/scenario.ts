/**
 * What a recorded run consists of: a module that starts a server, asks it, and says what came of it.
 *
 * @module
 */
import type { Server } from 'node:http'
import type { TraceEvent } from './trace.ts'

/**
 * The default export of a scenario's module. It is run in a process of its own.
 *
 * @param input - What the recording was started with, through JSON.
 * @returns Plain data, kept as the trace's result.
 */
export type Scenario<Input = unknown, Result = unknown> = (
  input: Input,
  watch: Watch,
) => Promise<Result>

/** What a scenario tells the recording. */
export interface Watch {
  /**
   * All that is loaded by now is what any run loads, and nothing was built of it yet. The lines that ran until here are looked
   * at by the first run of a process only: later ones need not be held up by them.
   */
  loaded(): void
  /** Steps are taken for requests to this server, each request apart from the others. */
  attach(server: Server): void
  /**
   * Requests that come in from now on belong to the scenario's request of this number, counted from zero. Wait for it: what
   * earlier ones still read or close comes to its end first, so that it is done in the same order each time.
   */
  asking(request: number): Promise<void>
  /** Takes down something that happened, at this point between the steps. */
  event(event: Omit<TraceEvent, 'request' | 'step'>): void
}

/** A package whose files are watched. */
export interface WatchedPackage {
  name: string
  version: string
  /** The real path of its folder, links resolved. */
  folder: string
  /** Files and folders in it, the latter with a slash at their end: `['index.js', 'lib/']`. */
  include: readonly string[]
}
