/**
 * Lit lines: which lines ran, of those that could have.
 *
 * @module
 */
import type { Trace, TracedFunction } from './trace.ts'

/** Lines of one thing. */
export interface Lit {
  /** The lines that hold something to run, ascending. */
  executable: readonly number[]
  /** Those that ran, ascending. */
  lit: readonly number[]
}

/** What ran of a file. */
export interface LitFile extends Lit {
  /** `koa/lib/application.js` */
  name: string
  hash: string
  functions: readonly LitFunction[]
}

/** What ran of a function. */
export interface LitFunction extends Lit {
  name: string
  line: number
  endLine: number
}

/** Which runs count. */
export interface LitOptions {
  /** Only the scenario's request of this number, counted from zero. */
  asked?: number
  /** Also what ran outside of every request: on loading, while the app was built. Off unless asked for. */
  outside?: boolean
}

/** The lit lines of a trace, by file and function; files and functions in which nothing ran are there as well. */
export function litLines(trace: Trace, { asked, outside = false }: LitOptions = {}): LitFile[] {
  const ran = trace.functions.map((fn) => new Set(outside ? fn.outside : []))
  for (const { frame, line } of trace.steps) {
    const at = trace.frames[frame]
    const isWanted = asked === undefined || trace.requests[at?.request ?? -1]?.asked === asked
    if (at && isWanted) ran[at.function]?.add(line)
  }
  return trace.files.map(({ name, hash }, file) => {
    const functions = trace.functions.flatMap((fn, at) =>
      fn.file === file ? [litFunction(fn, ran[at] as Set<number>)] : [],
    )
    return { name, hash, ...total(functions), functions }
  })
}

/**
 * The lit lines of several traces together: a line counts that ran in any of them.
 *
 * @throws Error for two traces that speak of different texts by one name.
 */
export function mergeLit(lists: ReadonlyArray<readonly LitFile[]>): LitFile[] {
  const merged = new Map<string, LitFile>()
  for (const file of lists.flat()) {
    const known = merged.get(file.name)
    merged.set(file.name, known ? mergeFile(known, file) : file)
  }
  return [...merged.values()]
}

/** The share of the lines that ran, from 0 to 1; nothing to run is all of it. */
export function shareOf({ executable, lit }: Lit): number {
  return executable.length === 0 ? 1 : lit.length / executable.length
}

/** Where a function is left without a `return` counts as a step, and not as a line that could have run. */
function litFunction(
  { name, line, endLine, executable }: TracedFunction,
  ran: Set<number>,
): LitFunction {
  return { name, line, endLine, executable, lit: executable.filter((one) => ran.has(one)) }
}

function mergeFile(one: LitFile, other: LitFile): LitFile {
  if (one.hash !== other.hash) throw new Error(`${one.name} differs between the traces`)
  const functions = one.functions.map((fn, at) => {
    const lit = union([fn.lit, other.functions[at]?.lit ?? []])
    return { ...fn, lit }
  })
  return { ...one, ...total(functions), functions }
}

function total(functions: readonly LitFunction[]): Lit {
  return {
    executable: union(functions.map(({ executable }) => executable)),
    lit: union(functions.map(({ lit }) => lit)),
  }
}

function union(lists: ReadonlyArray<readonly number[]>): number[] {
  return [...new Set(lists.flat())].sort((one, other) => one - other)
}
