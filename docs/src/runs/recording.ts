/**
 * A recording as a page gets it: the trace without what only the build needs, and what its lines speak of.
 *
 * Nothing here needs Node: the player reads recordings by this module.
 *
 * @module
 */
import { type PackedTrace, type Trace, unpack } from '@await-next/tracer/trace'

/** Lines of files as HTML, by the file's name. Line 1 is at 0. */
export type HtmlLines = Readonly<Record<string, readonly string[]>>

/** One topic on one subject: `recordings/<topic>/<subject>.json`. */
export interface RecordingFile {
  trace: Omit<PackedTrace<null>, 'functions'> & { functions: readonly PackedFunction[] }
  /** What came back for each request of the topic, in lines; `null` where nothing did. */
  responses: readonly (readonly string[] | null)[]
  /** The program's own lines. */
  program: HtmlLines
}

/** `[name, file, line, endLine]` */
export type PackedFunction = readonly [name: string, file: number, line: number, endLine: number]

/** Where a recording stands, from the site's root. */
export function recordingAddress(topic: string, subject: string): string {
  return `/recordings/${topic}/${subject}.json`
}

/** Where the lines of a subject's own files stand, the same for all topics. */
export function sourcesAddress(subject: string): string {
  return `/recordings/sources/${subject}.json`
}

/** The trace of a recording. Which lines could have run is not in it. */
export function traceOf({ trace }: RecordingFile): Trace<null> {
  const functions = trace.functions.map(([name, file, line, endLine]) => ({
    name,
    file,
    line,
    endLine,
    executable: [],
    outside: [],
  }))
  return unpack({ ...trace, functions })
}
