/**
 * A piece of code as it stands in an installed file, for a page.
 *
 * @module
 */
import { readSource, type SourceFile } from './packages.ts'
import { findSymbol } from './symbols.ts'

/** One definition, with its comment apart. */
export interface Excerpt {
  source: SourceFile
  symbol: string
  /** The first line of the code in its file, from 1. */
  line: number
  lastLine: number
  /** The comment above it; empty where there is none. */
  doc: string
  code: string
}

/**
 * Reads what `address` names: `koa/lib/application.js#handleRequest`.
 *
 * @throws Error when the package, the file or the symbol is gone, with its name.
 */
export function excerpt(address: string): Excerpt {
  const [file = '', symbol = ''] = splitAddress(address)
  if (!symbol) throw new Error(`${address} names no symbol: write file#symbol.`)
  const source = readSource(file)
  const { text } = source
  const { docStart, start, end } = findSymbol(file, text, symbol)
  return {
    source,
    symbol,
    line: lineAt(text, start),
    lastLine: lineAt(text, end),
    doc: dedent(wholeLines(text, docStart, start)),
    code: dedent(wholeLines(text, start, end)),
  }
}

/** At the first `#`: a private member has one of its own. */
export function splitAddress(address: string): [file: string, symbol?: string] {
  const at = address.indexOf('#')
  return at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)]
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** From the beginning of the first line, whose indentation is the others' too; with what ends the statement. */
function wholeLines(text: string, start: number, end: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const [rest = ''] = /^[;,]?/.exec(text.slice(end)) ?? []
  const indentation = text.slice(lineStart, start)
  const from = indentation.trim() === '' ? lineStart : start
  return (text.slice(from, end) + rest).trimEnd()
}

function dedent(text: string): string {
  const lines = text.split('\n')
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^\s*/.exec(line)?.[0].length ?? 0)
  const least = Math.min(...indents)
  return Number.isFinite(least) ? lines.map((line) => line.slice(least)).join('\n') : ''
}
