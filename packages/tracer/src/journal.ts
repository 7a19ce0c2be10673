/**
 * What a recording writes while it runs, line by line, so that nothing is lost when its process hangs or dies.
 *
 * @module
 */
import { appendFileSync, closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Cut, TracedFile, TracedFunction, TracedRequest, TraceEvent } from './trace.ts'

/** One line of the journal. Indexes count the entries of their kind from zero. */
export type Entry =
  | ['file', TracedFile]
  | ['function', Omit<TracedFunction, 'outside'>]
  | ['outside', fn: number, lines: number[]]
  | ['request', TracedRequest]
  | ['frame', fn: number, parent: number | null, request: number]
  | ['step', frame: number, line: number, locals: [string, string][]]
  | ['event', TraceEvent]
  | ['cut', Cut]
  | ['result', unknown]
  | ['failed', string]

/** How much is written at most. */
export interface Bounds {
  steps: number
  bytes: number
}

/** The writing end: each entry is on its way to the disk when `write` returns. */
export class Journal {
  readonly #file: number
  readonly #bounds: Bounds
  #bytes = 0
  #cut = false
  /** Steps written so far. */
  steps = 0

  constructor(file: string, bounds: Bounds) {
    this.#file = openSync(file, 'a')
    this.#bounds = bounds
  }

  /** Whether a bound was hit: no more steps are taken down. */
  get isFull(): boolean {
    return this.#cut
  }

  write(...entries: Entry[]): void {
    const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`)
    this.#bytes += writeSync(this.#file, lines.join(''))
    for (const [kind] of entries) if (kind === 'step') this.steps += 1
    if (!this.#cut) this.#checkBounds()
  }

  close(): void {
    closeSync(this.#file)
  }

  #checkBounds(): void {
    const { steps, bytes } = this.#bounds
    if (this.steps >= steps) this.#end({ bound: 'steps', at: steps })
    else if (this.#bytes >= bytes) this.#end({ bound: 'size', at: bytes })
  }

  #end(cut: Cut): void {
    this.#cut = true
    this.write(['cut', cut])
  }
}

/** Makes an empty journal. */
export function createJournal(file: string): void {
  appendFileSync(file, '')
}

/** Reads a journal; a last line that was not finished is left out. */
export function readJournal(file: string): Entry[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => JSON.parse(line))
}
