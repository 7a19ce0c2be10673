import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../paths.ts'
import { installedAt, NoUpstream } from '../source/upstream.ts'
import { readAccepted } from './accepted.ts'
import { type CheckedNote, checkNotes, isFresh } from './check.ts'
import { BadNote, readNotes } from './notes.ts'
import { oldText } from './old-text.ts'
import { reportOf } from './report.ts'

const notes = readNotes()
const accepted = readAccepted()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'annotations-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** koa-compose in a folder of its own, with something replaced in it. */
function composeWith(...replaced: [string, string][]): void {
  // The real folder: a copied link would lead to the installed file, and the replacing there.
  cpSync(realpathSync(installedAt('koa-compose')), path.join(folder, 'koa-compose'), {
    recursive: true,
  })
  const file = path.join(folder, 'koa-compose', 'index.js')
  const source = replaced.reduce(
    (text, [old, now]) => {
      expect(text).toContain(old)
      return text.replaceAll(old, now)
    },
    readFileSync(file, 'utf8'),
  )
  writeFileSync(file, source)
}

function ofCompose(): CheckedNote[] {
  const checked = checkNotes(notes, accepted, folder)
  return checked.files.find(({ file }) => file === 'koa-compose/index.js')?.notes ?? []
}

function noteOn(symbol: string): CheckedNote {
  const found = ofCompose().find(({ id }) => id === `koa-compose/index.js#${symbol}`)
  if (!found) throw new Error(`no note on ${symbol}`)
  return found
}

describe('the notes', () => {
  it('are all ok, and every function that has to have one has one', () => {
    const checked = checkNotes(notes, accepted)
    const stale = checked.files
      .flatMap((file) => file.notes)
      .filter(({ freshness, translationOld }) => freshness !== 'ok' || translationOld)
    expect(stale).toEqual([])
    expect(checked.files.flatMap(({ missing }) => missing)).toEqual([])
    expect(checked.orphans).toEqual([])
    expect(isFresh(checked)).toBe(true)
  })

  it('say the same in both languages: neither is empty, nor a copy of the other', () => {
    for (const { id, en, zh } of notes) {
      expect(zh, id).toMatch(/\p{Script=Han}/u)
      expect(en, id).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('checkNotes(notes, accepted, folder)', () => {
  it('is ok with other comments and blanks', () => {
    composeWith(['// last called middleware #', ''], ['index = i\n', 'index   =   i\n\n'])
    expect(ofCompose().map(({ freshness }) => freshness)).toEqual(['ok', 'ok', 'ok'])
  })

  it('calls a function changed whose line is another, and only that one', () => {
    composeWith(['if (i <= index) return', 'if (i < index) return'])
    const changed = ofCompose().filter(({ freshness }) => freshness !== 'ok')
    expect(changed.map(({ id, freshness }) => [id, freshness])).toEqual([
      ['koa-compose/index.js#compose.return.dispatch', 'changed'],
    ])
    expect(changed[0]?.text).toContain('if (i < index) return')
    expect(changed.map(oldText)[0]).toContain('if (i <= index) return')
  })

  it('calls it moved when only its name is another', () => {
    composeWith(['function compose (', 'function composed ('])
    const compose = noteOn('compose.return')
    expect(compose).toMatchObject({
      freshness: 'moved',
      now: 'koa-compose/index.js#composed.return',
    })
  })

  it('finds a function by the quote when name and code are others', () => {
    composeWith(['function compose (middleware)', 'function composed (middleware, options)'])
    expect(noteOn('compose')).toMatchObject({
      freshness: 'changed',
      now: 'koa-compose/index.js#composed',
    })
  })

  it('calls it gone when neither is there', () => {
    composeWith(['function dispatch (i)', 'function run (i)'], ['i <= index', 'index >= i'])
    expect(noteOn('compose.return.dispatch')).toMatchObject({ freshness: 'gone' })
  })

  it('refuses a folder in which none of the packages is', () => {
    expect(() => checkNotes(notes, accepted, folder)).toThrow(NoUpstream)
  })

  it('refuses a quote that is not in the function', () => {
    const wrong = notes.map((note) => ({ ...note, quote: 'not there' }))
    expect(() => checkNotes(wrong, accepted)).toThrow(BadNote)
  })

  it('tells of a translation that is older than its original', () => {
    const edited = notes.map((note) => ({ ...note, en: `${note.en} And more.` }))
    const checked = checkNotes(edited, accepted)
    expect(checked.files.flatMap((file) => file.notes).every((note) => note.translationOld)).toBe(
      true,
    )
    expect(reportOf(checked, oldText)).toContain('newer than the Chinese one')
  })
})

describe('readNotes(folder)', () => {
  const reading = (yaml: string) => {
    mkdirSync(path.join(folder, 'koa', 'lib'), { recursive: true })
    writeFileSync(path.join(folder, 'koa', 'lib', 'only.yaml'), yaml)
    return () => readNotes(folder)
  }

  it('joins the lines of Chinese without a blank, and those of English with one', () => {
    const [note] = reading(
      'a:\n  quote: q\n  en: >-\n    one\n    two\n  zh: >-\n    一，\n    二\n',
    )()
    expect(note).toMatchObject({ id: 'koa/lib/only.js#a', en: 'one two', zh: '一，二' })
  })

  it.each([
    ['a field that is unknown', 'a: { quote: q, en: e, zh: z, tpoic: x }', /no field "tpoic"/],
    ['a topic that is unknown', 'a: { quote: q, en: e, zh: z, topics: [x] }', /no topic "x"/],
    ['a language that is missing', 'a: { quote: q, en: e }', /"zh" has to be a text/],
    ['no notes at all', '- a', /there are no notes/],
    ['what is no YAML', 'a: b: c', /only\.yaml/],
  ])('refuses %s', (_, yaml, message) => {
    expect(reading(yaml)).toThrow(message)
  })
})

describe('pnpm annotations', () => {
  const run = async (...typed: string[]) => {
    const command = [
      '--conditions=@await-next/source',
      '--import',
      'tsx',
      'docs/bin/annotations.ts',
    ]
    const child = promisify(execFile)(process.execPath, [...command, ...typed], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
    })
    return child.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    ) as Promise<{ code: number; stdout: string; stderr: string }>
  }

  it('exits 1 with both texts when a line was changed', async () => {
    composeWith(["new Error('next() called multiple times')", "new Error('once is enough')"])
    const { code, stdout } = await run('--in', folder)
    expect(code).toBe(1)
    expect(stdout).toContain('changed: koa-compose/index.js#compose.return.dispatch')
    expect(stdout).toMatch(/^ {2}- .*next\(\) called multiple times/m)
    expect(stdout).toMatch(/^ {2}\+ .*once is enough/m)
    expect(stdout).toContain(
      "pnpm annotations --accept 'koa-compose/index.js#compose.return.dispatch'",
    )
  })

  it('accepts what was read again, and prints all of it as JSON', async () => {
    cpSync(path.join(ROOT, 'docs', 'annotations'), folder, { recursive: true })
    const yaml = path.join(folder, 'koa-compose', 'index.yaml')
    writeFileSync(
      yaml,
      readFileSync(yaml, 'utf8').replace('Makes one middleware', 'Makes a middleware'),
    )
    const { code, stdout } = await run(
      '--notes',
      folder,
      '--accept',
      'koa-compose/index.js',
      '--json',
    )
    expect(code).toBe(0)
    const { files } = JSON.parse(stdout) as { files: { file: string; notes: CheckedNote[] }[] }
    const compose = files.find(({ file }) => file === 'koa-compose/index.js')
    expect(compose?.notes.map(({ translationOld }) => translationOld)).toEqual([
      false,
      false,
      false,
    ])
    expect(readAccepted(folder)['koa-compose/index.js#compose']?.en).not.toBe(
      accepted['koa-compose/index.js#compose']?.en,
    )
  })

  it('exits 2 for what it does not know', async () => {
    const { code, stderr } = await run('--accept', 'koa/lib/nothing.js')
    expect(code).toBe(2)
    expect(stderr).toContain('There is no note koa/lib/nothing.js.')
  })
})
