/**
 * `pnpm annotations`: whether the notes on upstream's functions are still true.
 *
 * Exit code 1 when one has to be read again, or a function has none; 2 when it was typed wrong, or a note is.
 *
 * @module
 */
import path from 'node:path'
import { Command } from 'commander'
import { hashOfText, readAccepted, writeAccepted } from '../src/annotations/accepted.ts'
import { type CheckedNotes, checkNotes, isFresh } from '../src/annotations/check.ts'
import { ANNOTATIONS, BadNote, readNotes } from '../src/annotations/notes.ts'
import { oldText } from '../src/annotations/old-text.ts'
import { reportOf } from '../src/annotations/report.ts'
import { functionsOf } from '../src/source/functions.ts'
import { allUpstreamFiles, NoUpstream } from '../src/source/upstream.ts'

interface Options {
  json?: true
  in?: string
  notes: string
  accept?: string[]
}

const options = new Command('pnpm annotations')
  .description('Check the notes on Express and Koa against the code that they speak of.')
  .option('--json', 'print everything as JSON')
  .option('--in <folder>', 'check against the packages in this folder, as in a node_modules')
  .option('--notes <folder>', 'where the notes stand', ANNOTATIONS)
  .option('--accept <id...>', 'note down that these were read again: a note, a file, or "all"')
  .showHelpAfterError('Type "pnpm annotations --help" for what can be typed.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>()

try {
  run()
} catch (err) {
  if (!(err instanceof BadNote || err instanceof NoUpstream)) throw err
  console.error(err.message)
  process.exitCode = 2
}

function run(): void {
  const notes = readNotes(options.notes)
  if (options.accept) accept(options.accept)
  const folder = options.in && path.resolve(options.in)
  const checked = checkNotes(notes, readAccepted(options.notes), folder)
  console.log(options.json ? asJson(checked) : reportOf(checked, oldText))
  if (!isFresh(checked)) process.exitCode = 1
}

/** Takes the installed code as the one that the notes speak of. */
function accept(ids: readonly string[]): void {
  const notes = readNotes(options.notes)
  const strange = ids.find((id) => id !== 'all' && !notes.some((note) => isMeant(id, note)))
  if (strange) throw new BadNote(`There is no note ${strange}.`)

  const accepted = readAccepted(options.notes)
  const current = new Map<string, { version: string; code: string }>()
  for (const { file, version, text } of allUpstreamFiles()) {
    for (const { symbol, hash } of functionsOf(text, file)) {
      current.set(`${file}#${symbol}`, { version, code: hash })
    }
  }
  for (const note of notes.filter((one) => ids.some((id) => id === 'all' || isMeant(id, one)))) {
    const now = current.get(note.id)
    if (!now) throw new BadNote(`${note.id}: there is no such function, so it cannot be accepted.`)
    accepted[note.id] = { ...now, en: hashOfText(note.en) }
  }
  const kept = Object.entries(accepted).filter(([id]) => notes.some((note) => note.id === id))
  writeAccepted(Object.fromEntries(kept), options.notes)
}

function isMeant(id: string, note: { id: string; file: string }): boolean {
  return id === note.id || id === note.file
}

function asJson(checked: CheckedNotes): string {
  const withOld = (note: CheckedNotes['orphans'][number]) =>
    note.freshness === 'changed' || note.freshness === 'gone'
      ? { ...note, old: oldText(note) }
      : note
  return JSON.stringify(
    {
      files: checked.files.map((file) => ({ ...file, notes: file.notes.map(withOld) })),
      orphans: checked.orphans.map(withOld),
    },
    null,
    2,
  )
}
