/**
 * Upstream's files that have a page with notes, to lead there from elsewhere.
 *
 * @module
 */
import { type SourcePlace, sourceLink } from '../source/links.ts'
import { allUpstreamFiles } from '../source/upstream.ts'

const texts = new Map(allUpstreamFiles().map(({ file, text }) => [file, text]))

/** The address of a file's page, from the language's root; nothing where it has none. */
export function annotatedLink(file: string, place: SourcePlace = {}): { link?: string } {
  return texts.has(file) ? { link: sourceLink(file, place) } : {}
}

/** The line that a piece of a file begins on. */
export function lineOf(file: string, piece: string): number | undefined {
  const text = texts.get(file)
  const at = text?.indexOf(piece) ?? -1
  if (!text || at < 0) return undefined
  const blanks = /^\s*/.exec(piece)?.[0].length ?? 0
  return text.slice(0, at + blanks).split('\n').length
}
