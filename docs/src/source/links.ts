/**
 * Addresses of the annotated source, for pages that speak of it.
 *
 * ```ts
 * sourceLink('koa/lib/context.js', { line: 106 }) // 'source/koa/lib/context#L106'
 * sourceLink('router/index.js', { symbol: 'handle.next' }) // 'source/router/#fn-handle-next'
 * sourceLink('koa-compose/index.js', { lit: [40, 41, 42, 44] }) // 'source/koa-compose/?lit=40-42,44'
 * ```
 *
 * They begin at the language's root: put `words.root` before, and `withBase` around. Pure, so that components can
 * import it as well.
 *
 * @module
 */

/** A place in a file, and lines to light over the page. */
export interface SourcePlace {
  line?: number
  symbol?: string
  lit?: readonly number[]
}

/** Where the page of an upstream file stands: `source/koa/lib/context`, a folder for an `index`. */
export function sourceLink(file: string, { line, symbol, lit }: SourcePlace = {}): string {
  const page = `source/${file.replace(/\.\w+$/, '').replace(/(^|\/)index$/, '$1')}`
  const query = lit && lit.length > 0 ? `?lit=${lineRanges(lit)}` : ''
  const hash = line === undefined ? symbol && `#${functionAnchor(symbol)}` : `#L${line}`
  return page + query + (hash ?? '')
}

/** The anchor of a function on its page: `fn-handle-next`. */
export function functionAnchor(symbol: string): string {
  return `fn-${symbol.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`
}

/** `[40, 41, 42, 44]` as `40-42,44`. */
export function lineRanges(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const line of sorted) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === line) last[1] = line
    else ranges.push([line, line])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** The lines of `40-42,44`; what is no range is left out. */
export function linesIn(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(range) ?? []
    if (!from) return []
    const length = Math.max(0, Number(to) - Number(from) + 1)
    return Array.from({ length }, (_, at) => Number(from) + at)
  })
}
