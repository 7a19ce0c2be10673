/**
 * The texts that a trace's lines speak of, as they stand on disk.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { WatchedPackage } from './scenario.ts'
import type { Trace } from './trace.ts'

/** The lines of each file of a trace, by the file's name. Line 1 is at 0. */
export type Sources = ReadonlyMap<string, readonly string[]>

/**
 * Reads the sources of a trace.
 *
 * @param packages - Those that the trace was recorded with.
 * @throws Error when a file is no longer the one that was recorded: its lines would be the wrong ones.
 */
export function readSources(trace: Trace, packages: readonly WatchedPackage[]): Sources {
  return new Map(trace.files.map(({ name, hash }) => [name, readLines(name, hash, packages)]))
}

function readLines(name: string, hash: string, packages: readonly WatchedPackage[]): string[] {
  const owner = packages.find((one) => name.startsWith(`${one.name}/`))
  if (!owner) throw new Error(`${name} belongs to none of the packages given`)
  const text = readFileSync(path.join(owner.folder, name.slice(owner.name.length + 1)))
  if (createHash('sha256').update(text).digest('hex') !== hash) {
    throw new Error(`${name} has changed since the recording`)
  }
  return text.toString('utf8').split(/\r\n|[\n\r\u2028\u2029]/)
}
