/**
 * The watched files: which they are, and what stands where in them.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WatchedPackage } from '../scenario.ts'
import {
  type Declaration,
  functionAt,
  readFunctions,
  type SourceFunction,
  type SourceMap,
} from './functions.ts'

/** A variable that can be read. */
export interface Variable {
  name: string
  /** Whether reading it cannot throw. */
  isReady: boolean
}

/** A file of a watched package, as V8 has it. */
export class WatchedFile {
  /** The package, and the file in it. */
  readonly name: string
  readonly hash: string
  readonly functions: readonly SourceFunction[]
  /** By line, counted from one. */
  readonly #mentions = new Map<number, SourceMap['mentions']>()
  readonly #lineStarts: readonly number[]
  readonly #innermost = new Map<number, number>()

  /**
   * @param file - Its path.
   * @param text - What V8 runs; line by line, what stands in the file.
   */
  constructor(name: string, file: string, text: string, isModule: boolean) {
    const { functions, mentions } = readFunctions(text, isModule)
    this.name = name
    this.hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    this.functions = functions
    this.#lineStarts = lineStarts(text)
    for (const mention of mentions) {
      const line = this.lineOf(mention.offset)
      const known = this.#mentions.get(line)
      if (known) known.push(mention)
      else this.#mentions.set(line, [mention])
    }
  }

  /** The innermost function at an offset. */
  functionAt(offset: number): number {
    const known = this.#innermost.get(offset) ?? functionAt(this.functions, offset)
    this.#innermost.set(offset, known)
    return known
  }

  /** The offset of a place; lines and columns count from zero. */
  offsetOf(line: number, column: number): number {
    return (this.#lineStarts[line] ?? 0) + column
  }

  /** The line of an offset, counted from one. */
  lineOf(offset: number): number {
    let [from, to] = [0, this.#lineStarts.length]
    while (to - from > 1) {
      const middle = (from + to) >> 1
      if ((this.#lineStarts[middle] as number) > offset) to = middle
      else from = middle
    }
    return to
  }

  /** The variables worth seeing at a place of a function: what its line mentions, then what the function has. */
  variablesAt(offset: number, fn: number): Variable[] {
    const mentions = this.#mentions.get(this.lineOf(offset)) ?? []
    const mentioned = mentions
      .filter((one) => this.functionAt(one.offset) === fn)
      .map(({ name }) => name)
    const own = this.functions[fn]?.variables.map(({ name }) => name) ?? []
    return [...new Set([...mentioned, ...own])].flatMap(
      (name) => this.#variable(name, offset, fn) ?? [],
    )
  }

  /** What a name stands for at a place. */
  #variable(name: string, offset: number, fn: number): Variable | undefined {
    let from = offset
    for (let at: number | null = fn; at !== null; at = this.functions[at]?.parent ?? null) {
      const { variables, made } = this.functions[at] as SourceFunction
      const found = variables.findLast((one) => {
        return one.name === name && one.start <= offset && offset <= one.end
      })
      if (found) return found.ready <= from ? { name, isReady: true } : unready(found, at === fn)
      // What is around a function may be set later, but what was set when it was made is set.
      from = Math.min(from, made)
    }
    return undefined
  }
}

/** A variable that is not set for sure. Where its own function has not come to it yet, there is nothing to read. */
function unready({ name, ready }: Declaration, isOwn: boolean): Variable | undefined {
  return isOwn && ready < Number.POSITIVE_INFINITY ? undefined : { name, isReady: false }
}

/** The name of a file in one of the packages, if it is watched. */
export function watchedName(file: string, packages: readonly WatchedPackage[]): string | undefined {
  for (const { name, folder, include } of packages) {
    // Most files are of other packages, and to find the way to them takes longer.
    if (!file.includes(path.basename(folder))) continue
    const below = path.relative(folder, file).split(path.sep).join('/')
    const isIncluded = include.some((one) =>
      one.endsWith('/') ? below.startsWith(one) : below === one,
    )
    if (isIncluded) return `${name}/${below}`
  }
  return undefined
}

/** The path of a script; V8 calls some by a URL and some by a path. */
export function pathOf(url: string): string | undefined {
  if (url.startsWith('file:')) return fileURLToPath(url)
  return path.isAbsolute(url) ? url : undefined
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map((m) => m.index + m[0].length)]
}
