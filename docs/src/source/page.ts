/**
 * The page of an upstream file: its code as it is installed, function by function, with the notes beside it.
 *
 * All of it is plain HTML, made when the site is built; `SourcePage.vue` adds what moves. Each line has the anchor
 * `L12`, each function one such as `fn-handle-next`.
 *
 * @module
 */
import { isTranslationOld, readAccepted } from '../annotations/accepted.ts'
import { type Note, readNotes } from '../annotations/notes.ts'
import { type Counterpart, counterpartsOf } from './counterparts.ts'
import { contains, functionsOf, type UpstreamFunction } from './functions.ts'
import { escapeHtml, highlightLines } from './highlight.ts'
import { functionAnchor, sourceLink } from './links.ts'
import {
  allUpstreamFiles,
  licenceOf,
  type Origin,
  originOf,
  type UpstreamFile,
} from './upstream.ts'
import { type SourceWords, sourceWords } from './words.ts'

/**
 * A page, as VitePress wants it for a route with parameters. The HTML is one of them: as content it would be compiled as a
 * template, with an element for every token, and that takes minutes.
 */
export interface SourcePage {
  params: { file: string; title: string; html: string }
}

/** What is needed for every function of a page. */
interface Context {
  file: UpstreamFile
  functions: UpstreamFunction[]
  notes: ReadonlyMap<string, Note>
  old: ReadonlySet<string>
  language: 'en' | 'zh'
  words: SourceWords
  /** From the page to the language's root: `../../../`. */
  root: string
}

/** Lines in a row that belong to the same function; the first such row of a function has its note. */
interface Row {
  fn: UpstreamFunction | undefined
  first: boolean
  from: number
  to: number
}

/** The pages of all files, in one language. */
export function sourcePages(language: 'en' | 'zh'): SourcePage[] {
  const notes = new Map(readNotes().map((note) => [note.id, note]))
  const accepted = readAccepted()
  const old = new Set(
    [...notes.values()]
      .filter((note) => isTranslationOld(note, accepted[note.id]))
      .map(({ id }) => id),
  )
  return allUpstreamFiles().map((file) => sourcePage({ file, notes, old, language }))
}

function sourcePage(given: Pick<Context, 'file' | 'notes' | 'old' | 'language'>): SourcePage {
  const { file, language } = given
  const address = sourceLink(file.file)
  const context: Context = {
    ...given,
    functions: functionsOf(file.text, file.file),
    words: sourceWords[language],
    root: '../'.repeat(address.split('/').length - 1),
  }
  const lines = highlightLines(file.text, 'javascript')
  const rows = rowsOf(context).map((row) => rowHtml(row, lines, context))
  const html = [
    `<div class="source" data-side="${file.package.side}">`,
    introduction(context),
    ...rows,
    licence(context),
    '</div>',
  ].join('\n')
  const route = address.replace(/^source\//, '').replace(/(^|\/)$/, '$1index')
  return { params: { file: route, title: file.file, html } }
}

/** Long functions, and short ones that somebody wrote a note on. */
function rowsOf({ file, functions, notes }: Context): Row[] {
  const told = functions.filter((fn) => fn.long || notes.has(`${file.file}#${fn.symbol}`))
  const texts = file.text.replace(/\n$/, '').split('\n')
  const owners: (UpstreamFunction | undefined)[] = texts.map(() => undefined)
  for (const fn of told) owners.fill(fn, topWithBlanks(fn, texts) - 1, fn.to)

  const rows: Row[] = []
  owners.forEach((fn, at) => {
    const last = rows.at(-1)
    if (last && last.fn === fn) last.to = at + 1
    else rows.push({ fn, first: !rows.some((row) => row.fn === fn), from: at + 1, to: at + 1 })
  })
  return rows
}

/** Blank lines above a function go with it. */
function topWithBlanks({ top }: UpstreamFunction, texts: readonly string[]): number {
  let at = top
  while (at > 1 && texts[at - 2]?.trim() === '') at -= 1
  return at
}

function rowHtml(row: Row, lines: readonly string[], context: Context): string {
  const { fn, first, from, to } = row
  const quoted = fn ? quotedLine(fn, context) : undefined
  const code = lines.slice(from - 1, to).map((html, at) => lineHtml(from + at, html, quoted))
  const about = fn && first ? aboutFunction(fn, context) : ''
  const name = fn ? ` data-fn="${functionAnchor(fn.symbol)}"` : ''
  return `<div class="row"${name}>${about}<pre class="code"><code>${code.join('\n')}</code></pre></div>`
}

function lineHtml(line: number, html: string, quoted: number | undefined): string {
  const mark = line === quoted ? ' q' : ''
  return `<span class="line${mark}" id="L${line}"><a href="#L${line}" tabindex="-1" data-line="${line}" aria-label="${line}"></a>${html}</span>`
}

/** The line that the note turns on. */
function quotedLine(fn: UpstreamFunction, { file, notes }: Context): number | undefined {
  const quote = notes.get(`${file.file}#${fn.symbol}`)?.quote
  if (!quote) return undefined
  const texts = file.text.split('\n').slice(fn.from - 1, fn.to)
  const at = texts.findIndex((text) => contains(text, quote))
  return at < 0 ? undefined : fn.from + at
}

function aboutFunction(fn: UpstreamFunction, context: Context): string {
  const { file, functions, notes, words } = context
  const note = notes.get(`${file.file}#${fn.symbol}`)
  const anchor = functionAnchor(fn.symbol)
  const names = [fn.symbol, ...fn.aliases].map((name) => `<code>${escapeHtml(name)}</code>`)
  const origin = originOf(file, fn.from, fn.to)
  const siblings = functions.filter((one) => originOf(file, one.from).file === origin.file)
  return [
    '<div class="about">',
    `<h2 id="${anchor}" tabindex="-1"><a class="name" href="#${anchor}">${names.join(', ')}</a></h2>`,
    note ? noteHtml(note, context) : '',
    `<p class="links">${linkTo(origin.link, placeOf(fn, origin, context))}</p>`,
    counterpartHtml(counterpartsOf(origin.file, fn, siblings), words),
    '</div>',
  ].join('')
}

/** Lines, where those of the repository are the same; else the file. */
function placeOf(fn: UpstreamFunction, origin: Origin, { file, words }: Context): string {
  const { builtFrom, repository } = file.package
  if (!builtFrom) return words.github(fn.from, fn.to)
  return words.builtFrom(origin.file.slice(repository.length + 1))
}

function linkTo(address: string, text: string): string {
  return `<a href="${address}" target="_blank" rel="noreferrer">${text}</a>`
}

function noteHtml(note: Note, { language, old, root, words }: Context): string {
  const topics = note.topics.map(
    (topic) => `<a href="${root}comparisons/${topic}">${escapeHtml(topic)}</a>`,
  )
  return [
    `<p class="note">${withCode(note[language])}</p>`,
    language === 'zh' && old.has(note.id) ? `<p class="old">${words.old}</p>` : '',
    topics.length > 0 ? `<p class="topics">${words.topics} ${topics.join(words.comma)}</p>` : '',
  ].join('')
}

/** Pieces in backticks are code; everything else is text. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function counterpartHtml(counterparts: Counterpart[], words: SourceWords): string {
  const [first] = counterparts
  if (!first) return ''
  const blocks = counterparts.map(({ file, from, to, text }) => {
    const lines = highlightLines(text, 'typescript')
    const code = lines.map((html) => `<span class="line">${html}</span>`).join('\n')
    return `<p class="where"><code>packages/${file}</code> ${words.lines(from, to)}</p><pre class="code"><code>${code}</code></pre>`
  })
  const mini = first.file.startsWith('mini-koa') ? 'mini-Koa' : 'mini-Express'
  return `<details class="counterpart"><summary>${words.counterpart(mini)} <code>${escapeHtml(first.name)}</code></summary>${blocks.join('')}</details>`
}

function introduction(context: Context): string {
  const { file, functions, notes, words } = context
  const long = functions.filter((fn) => fn.long)
  const noted = long.filter((fn) => notes.has(`${file.file}#${fn.symbol}`))
  const link = linkTo(originOf(file).link, file.package.repository)
  const names = long.map(
    ({ symbol }) => `<a href="#${functionAnchor(symbol)}"><code>${escapeHtml(symbol)}</code></a>`,
  )
  return [
    `<p>${words.introduction(`${file.package.name} ${file.version}`, link)}${file.package.builtFrom ? ` ${words.built}` : ''}</p>`,
    `<p class="fine">${words.share(long.length, noted.length)} ${words.keys}</p>`,
    names.length > 0
      ? `<details class="functions"><summary>${words.functions}</summary><p>${names.join(' ')}</p></details>`
      : '',
  ].join('\n')
}

function licence({ file, words }: Context): string {
  const text = licenceOf(file.package.name)
  const notice = text
    ? `<pre>${escapeHtml(text)}</pre>`
    : `<p>${words.noLicence(file.package.name)}</p>`
  return `<details class="licence"><summary>${words.licence}</summary>${notice}</details>`
}
