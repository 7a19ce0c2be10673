/**
 * What each note was written for: `docs/annotations/accepted.json`, written by `pnpm annotations --accept`.
 *
 * It holds no code, only what tells whether the code is the same: its hash, and the version that it was read in, so
 * that the old text can be had again. Of the English text it keeps the hash that the Chinese one was written for.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ANNOTATIONS, type Note } from './notes.ts'

/** What somebody has read, and found the note true of. */
export interface Accepted {
  /** The package's version. */
  version: string
  /** Of the function's own tokens. */
  code: string
  /** Of the English text at the time. */
  en: string
}

/** By the note's id. */
export type AcceptedNotes = Record<string, Accepted>

/** Reads what has been accepted. */
export function readAccepted(folder = ANNOTATIONS): AcceptedNotes {
  const file = path.join(folder, 'accepted.json')
  const lines: Record<string, string> = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {}
  return Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, fromLine(line)]))
}

/** Writes it back, in the order of the ids. */
export function writeAccepted(accepted: AcceptedNotes, folder = ANNOTATIONS): void {
  const sorted = Object.entries(accepted).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = Object.fromEntries(sorted.map(([id, one]) => [id, toLine(one)]))
  writeFileSync(path.join(folder, 'accepted.json'), `${JSON.stringify(lines, null, 2)}\n`)
}

/** Whether the Chinese text was written for another English one. */
export function isTranslationOld(note: Note, accepted: Accepted | undefined): boolean {
  return accepted !== undefined && accepted.en !== hashOfText(note.en)
}

/** Of a text. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** One note a line, so that a change is one line of a diff. */
function toLine({ version, code, en }: Accepted): string {
  return [version, code, en].join(' ')
}

function fromLine(line: string): Accepted {
  const [version = '', code = '', en = ''] = line.split(' ')
  return { version, code, en }
}
