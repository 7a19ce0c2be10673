/**
 * Whether a Chinese page still says what its English original says.
 *
 * A translation notes in its front matter (`translates`) the hash of the original that it was made from. When the original
 * has changed since, the page says so to its readers, and `pnpm translations` to us.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * - `current`: made from the original as it is.
 * - `stale`: the original has changed since.
 * - `unmarked`: nobody has said what it was made from.
 * - `missing`: there is an original and no translation.
 * - `orphan`: there is a translation and no original.
 */
export type Freshness = 'current' | 'stale' | 'unmarked' | 'missing' | 'orphan'

/** One page, by its path below the site's folder: `guide/events.md`. */
export interface Translation {
  page: string
  freshness: Freshness
}

/** Where translations stand, below the site's folder. */
const ZH = 'zh'

/** Folders whose pages are made, or are in English only. */
const NOT_TRANSLATED = new Set([ZH, '.vitepress', 'node_modules', 'api', 'data', 'steps', 'basics'])

/** The state of every page that people write, sorted by path. */
export function findTranslations(docs: string): Translation[] {
  const originals = pagesBelow(docs)
  const translations = pagesBelow(path.join(docs, ZH))
  return [...new Set([...originals, ...translations])]
    .sort()
    .map((page) => ({ page, freshness: freshnessOf(docs, page) }))
}

/** The state of one page, such as `guide/events.md`. */
export function freshnessOf(docs: string, page: string): Freshness {
  const [original, translation] = [path.join(docs, page), path.join(docs, ZH, page)]
  if (!existsSync(original)) return 'orphan'
  if (!existsSync(translation)) return 'missing'
  const noted = notedIn(readFileSync(translation, 'utf8'))
  if (noted === undefined) return 'unmarked'
  return noted === hashOf(readFileSync(original, 'utf8')) ? 'current' : 'stale'
}

/**
 * Notes that a translation says what its original says now.
 *
 * @throws Error when there is no such page in both languages.
 */
export function markTranslated(docs: string, page: string): void {
  const [original, translation] = [path.join(docs, page), path.join(docs, ZH, page)]
  if (!existsSync(original) || !existsSync(translation)) {
    throw new Error(`There is no page ${page} in both languages.`)
  }
  const hash = hashOf(readFileSync(original, 'utf8'))
  writeFileSync(translation, withNote(readFileSync(translation, 'utf8'), hash))
}

/** Enough of it that no two versions of a page are taken for each other; line ends do not count. */
function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12)
}

/** Front matter stands between two lines of dashes, at the very beginning. */
const FRONT_MATTER = /^---\n([\s\S]*?\n)?---\n/
const NOTE = /^translates: *'?([0-9a-f]{12})'?\n/m

function notedIn(text: string): string | undefined {
  return NOTE.exec(FRONT_MATTER.exec(text)?.[1] ?? '')?.[1]
}

function withNote(text: string, hash: string): string {
  const found = FRONT_MATTER.exec(text)
  // In quotes: some hashes are numbers to YAML.
  const note = `translates: '${hash}'\n`
  if (!found) return `---\n${note}---\n\n${text}`
  const others = (found[1] ?? '').replace(NOTE, '')
  return `---\n${others}${note}---\n${text.slice(found[0].length)}`
}

/** Pages below a folder, as paths from it. One with `[…]` in its name is made by a script that knows both languages. */
function pagesBelow(folder: string, below = ''): string[] {
  const here = path.join(folder, below)
  if (!existsSync(here)) return []
  return readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name)
    if (entry.isDirectory()) return NOT_TRANSLATED.has(name) ? [] : pagesBelow(folder, name)
    return entry.name.endsWith('.md') && !entry.name.includes('[') ? [name] : []
  })
}
