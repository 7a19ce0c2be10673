/**
 * The notes' freshness, for people.
 *
 * @module
 */
import { diffLines } from 'diff'
import pc from 'picocolors'
import type { CheckedFile, CheckedNote, CheckedNotes, Freshness } from './check.ts'

const KINDS: readonly Freshness[] = ['ok', 'moved', 'changed', 'gone']

/**
 * One line a file, the sum, and then each note that has to be looked at.
 *
 * @param oldText - Looks up what a function was.
 */
export function reportOf(checked: CheckedNotes, oldText: (note: CheckedNote) => string): string {
  const { files, orphans } = checked
  const notes = [...files.flatMap((file) => file.notes), ...orphans]
  return [
    table(files),
    '',
    summary(files, notes),
    ...notes.filter(({ freshness }) => freshness !== 'ok').map((note) => story(note, oldText)),
    ...files.filter(({ missing }) => missing.length > 0).map(missingIn),
    ...notes.filter(({ translationOld }) => translationOld).map(oldTranslation),
  ].join('\n')
}

function table(files: readonly CheckedFile[]): string {
  const width = Math.max(...files.map(({ file }) => file.length))
  const head = ['', ...KINDS, 'share'].map((word, at) => cell(word, at ? 8 : width)).join('')
  const rows = files.map((file) => {
    const counts = KINDS.map((kind) => cell(String(countOf(file.notes, kind) || '·'), 8))
    return `${file.file.padEnd(width)}${counts.join('')}${cell(`${file.noted}/${file.long}`, 8)}`
  })
  return [pc.dim(head), ...rows].join('\n')
}

function cell(text: string, width: number): string {
  return text.padStart(width)
}

function countOf(notes: readonly CheckedNote[], kind: Freshness): number {
  return notes.filter(({ freshness }) => freshness === kind).length
}

function summary(files: readonly CheckedFile[], notes: readonly CheckedNote[]): string {
  const long = files.reduce((sum, file) => sum + file.long, 0)
  const noted = files.reduce((sum, file) => sum + file.noted, 0)
  const kinds = KINDS.map((kind) => `${countOf(notes, kind)} ${kind}`).join(', ')
  const share = `${noted} of ${long} upstream functions of more than three lines have a note`
  return `${notes.length} notes: ${kinds}. ${share}.`
}

function story(note: CheckedNote, oldText: (note: CheckedNote) => string): string {
  const head = `\n${pc.bold(`${note.freshness}: ${note.id}`)}`
  if (note.freshness === 'moved') {
    return `${head}\n  is now ${note.now}. Give the note that name, then accept it.`
  }
  const old = oldText(note)
  const version = note.accepted ? ` (${note.accepted.version})` : ''
  if (note.freshness === 'gone') {
    return `${head}\n  The function is no more, nor is the quoted piece. It was${version}:\n\n${block(old, ' ')}`
  }
  const place = note.now === note.id ? '' : `  is now ${note.now}.\n`
  const accept = `  Read it, mend the note, then: pnpm annotations --accept '${note.id}'`
  if (!note.accepted) return `${head}\n${accept}\n\n${block(note.text ?? '', ' ')}`
  return `${head}\n${place}  ${pc.red(`- old${version}`)}  ${pc.green('+ new')}\n\n${changes(old, note.text ?? '')}\n\n${accept}`
}

/** Both texts in one: the lines of the old one alone, of the new one alone, of both. */
function changes(old: string, now: string): string {
  return diffLines(`${old}\n`, `${now}\n`)
    .map(({ added, removed, value }) => {
      if (added) return pc.green(block(value, '+'))
      return removed ? pc.red(block(value, '-')) : block(value, ' ')
    })
    .join('\n')
}

function block(text: string, mark: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${mark} ${line}`.trimEnd())
    .join('\n')
}

function missingIn({ file, missing }: CheckedFile): string {
  return `\n${pc.bold(`${file} has functions without a note:`)}\n${missing.map((id) => `  ${id}`).join('\n')}`
}

function oldTranslation({ id }: CheckedNote): string {
  return `\n${pc.bold(`${id}: the English text is newer than the Chinese one.`)}\n  Mend that, then: pnpm annotations --accept '${id}'`
}
