/**
 * Whether the notes still fit: each against the upstream that is installed, or that stands in a folder.
 *
 * `ok`: the function's code is what it was. `moved`: it is, but the function has another name or place. `changed`: it is
 * not, so somebody has to read it. `gone`: neither the function nor the quoted piece can be found.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { contains, functionsOf, type UpstreamFunction } from '../source/functions.ts'
import {
  installedAt,
  NoUpstream,
  packageOf,
  UPSTREAM_PACKAGES,
  upstreamFiles,
} from '../source/upstream.ts'
import { type Accepted, type AcceptedNotes, isTranslationOld } from './accepted.ts'
import { BadNote, type Note } from './notes.ts'

/** How a note stands to the code. */
export type Freshness = 'ok' | 'moved' | 'changed' | 'gone'

/** A note and what has become of its function. */
export interface CheckedNote {
  id: string
  freshness: Freshness
  /** Where the function is now, as an id: unless it is gone. */
  now?: string
  /** What was accepted; missing for a note that nobody has accepted yet. */
  accepted?: Accepted
  /** The function's code as it is now, of `changed`. */
  text?: string
  /** The Chinese text was written for another English one. */
  translationOld: boolean
}

/** One upstream file, and how much of it is told of. */
export interface CheckedFile {
  file: string
  version: string
  /** Functions of more than three lines. */
  long: number
  /** Those of them that have a note. */
  noted: number
  /** Those that have none, as ids. */
  missing: string[]
  notes: CheckedNote[]
}

/** Everything, file by file. */
export interface CheckedNotes {
  files: CheckedFile[]
  /** Notes on files that are no more. */
  orphans: CheckedNote[]
}

/** A function and its file. */
interface Placed {
  file: string
  version: string
  fn: UpstreamFunction
}

/**
 * Checks all notes.
 *
 * @param folder - Packages stand in it, as in a `node_modules`; what is not in it is taken as it is installed.
 * @throws NoUpstream when a folder is given and none of the packages is in it.
 * @throws BadNote when a quote stands nowhere in its function.
 */
export function checkNotes(
  notes: readonly Note[],
  accepted: AcceptedNotes,
  folder?: string,
): CheckedNotes {
  const sources = UPSTREAM_PACKAGES.flatMap(({ name }) => upstreamFiles(name, homeOf(name, folder)))
  const placed = sources.flatMap(({ file, version, text }) =>
    functionsOf(text, file).map((fn) => ({ file, version, fn })),
  )
  const known = new Set(sources.map(({ file }) => file))
  const checked = notes.map((note) => checkNote(note, accepted[note.id], placed, notes))
  const files = sources.map(({ file, version }) => {
    const long = placed.filter((one) => one.file === file && one.fn.long)
    const without = long.filter(({ fn }) => !notes.some(({ id }) => id === idOf({ file, fn })))
    return {
      file,
      version,
      long: long.length,
      noted: long.length - without.length,
      missing: without.map(({ fn }) => idOf({ file, fn })),
      notes: checked.filter(({ id }) => id.startsWith(`${file}#`)),
    }
  })
  return { files, orphans: checked.filter(({ id }) => !known.has(id.replace(/#.*/, ''))) }
}

/** Whether nothing has to be read again, and nothing is missing. */
export function isFresh({ files, orphans }: CheckedNotes): boolean {
  const notes = [...files.flatMap((file) => file.notes), ...orphans]
  const stale = notes.some(({ freshness }) => freshness === 'changed' || freshness === 'gone')
  return !stale && files.every(({ missing }) => missing.length === 0)
}

function homeOf(name: string, folder: string | undefined): string {
  if (folder === undefined) return installedAt(name)
  const there = UPSTREAM_PACKAGES.some((one) => existsSync(path.join(folder, one.name)))
  if (!there) throw new NoUpstream(`None of the packages that are annotated is in ${folder}.`)
  const home = path.join(folder, name)
  return existsSync(home) ? home : installedAt(name)
}

function checkNote(
  note: Note,
  accepted: Accepted | undefined,
  placed: readonly Placed[],
  notes: readonly Note[],
): CheckedNote {
  const translationOld = isTranslationOld(note, accepted)
  const base = { id: note.id, ...(accepted && { accepted }), translationOld }
  const here = placed.find((one) => idOf(one) === note.id)
  if (here) {
    if (here.fn.hash !== accepted?.code) {
      return { ...base, freshness: 'changed', now: note.id, text: here.fn.text }
    }
    if (!contains(here.fn.text, note.quote)) {
      throw new BadNote(`${note.id}: the quote "${note.quote}" does not stand in the function.`)
    }
    return { ...base, freshness: 'ok', now: note.id }
  }
  const elsewhere = findAgain(note, accepted, placed, notes)
  if (!elsewhere) return { ...base, freshness: 'gone' }
  const now = idOf(elsewhere)
  return elsewhere.fn.hash === accepted?.code
    ? { ...base, freshness: 'moved', now }
    : { ...base, freshness: 'changed', now, text: elsewhere.fn.text }
}

/** By its code, or else by the quote if that is in one function only; never one with a note of its own. */
function findAgain(
  note: Note,
  accepted: Accepted | undefined,
  placed: readonly Placed[],
  notes: readonly Note[],
): Placed | undefined {
  const name = packageOf(note.file)?.name
  const free = placed.filter(
    (one) => packageOf(one.file)?.name === name && !notes.some(({ id }) => id === idOf(one)),
  )
  const same = free.find(({ fn }) => fn.hash === accepted?.code)
  if (same) return same
  const quoting = free.filter(({ fn }) => contains(fn.text, note.quote))
  return quoting.length === 1 ? quoting[0] : undefined
}

function idOf({ file, fn }: Pick<Placed, 'file' | 'fn'>): string {
  return `${file}#${fn.symbol}`
}
