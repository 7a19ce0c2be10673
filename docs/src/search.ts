/**
 * What the search finds. VitePress reads the files of pages; of pages that are made for a route there is none, so what can
 * be found there is said here.
 *
 * @module
 */
import path from 'node:path'
import { readNotes } from './annotations/notes.ts'
import { readComparison } from './comparison-data.ts'
import { DOCS } from './paths.ts'
import { concepts } from './side-by-side/concepts.ts'
import { functionsOf } from './source/functions.ts'
import { functionAnchor, sourceLink } from './source/links.ts'
import { allUpstreamFiles } from './source/upstream.ts'

type Language = 'en' | 'zh'

/** A part of a page, as VitePress puts it into the index. */
export interface FoundSection {
  anchor?: string
  titles: string[]
  text: string
}

let made: Map<string, FoundSection[]> | undefined

/** The parts of a page without a file; nothing of any other, which VitePress then takes apart itself. */
export function madeSections(file: string): FoundSection[] | undefined {
  made ??= new Map([...sectionsIn('en'), ...sectionsIn('zh')])
  return made.get(path.relative(DOCS, file).replaceAll(path.sep, '/'))
}

function sectionsIn(language: Language): [page: string, FoundSection[]][] {
  const root = language === 'zh' ? 'zh/' : ''
  const topics = readComparison().topics.map(
    ({ id, title, question, answer }): [string, FoundSection[]] => [
      `${root}comparisons/${id}.md`,
      [{ titles: [title[language]], text: `${question[language]} ${answer[language]}` }],
    ],
  )
  const beside = concepts.map(({ id, title, look }): [string, FoundSection[]] => [
    `${root}side-by-side/${id}.md`,
    [{ titles: [title[language]], text: plain(look[language]) }],
  ])
  const source = sourceSections(language).map(([page, sections]): [string, FoundSection[]] => [
    root + page,
    sections,
  ])
  return [...topics, ...beside, ...source]
}

/** The functions of upstream, each with what its note says. */
export function sourceSections(language: Language): [page: string, FoundSection[]][] {
  const notes = new Map(readNotes().map((note) => [note.id, note]))
  return allUpstreamFiles().map(({ file, text }) => {
    const told = functionsOf(text, file)
      .map((fn) => ({ ...fn, note: notes.get(`${file}#${fn.symbol}`) }))
      .filter(({ long, note }) => long || note)
    return [
      `${sourceLink(file).replace(/\/$/, '/index')}.md`,
      [
        { titles: [file], text: '' },
        ...told.map(({ symbol, aliases, note }) => ({
          anchor: functionAnchor(symbol),
          titles: [file, [symbol, ...aliases].join(', ')],
          text: plain(note?.[language] ?? ''),
        })),
      ],
    ]
  })
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}

/**
 * The words of a text. Chinese has no spaces between them.
 *
 * It is written into the page as it stands here, so it must not need anything from around it.
 */
export function tokenize(text: string): string[] {
  const found: string[] = []
  for (const word of text.split(/[^\p{L}\p{M}\p{N}_$]+/u)) {
    if (!/\p{Script=Han}/u.test(word)) {
      if (word) found.push(word)
      continue
    }
    const parts = new Intl.Segmenter('zh', { granularity: 'word' }).segment(word)
    for (const { segment } of parts) found.push(segment)
  }
  return found
}
