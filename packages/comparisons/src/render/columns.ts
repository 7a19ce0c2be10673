/**
 * Two texts side by side, or one above the other where the terminal is narrow.
 *
 * @module
 */
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** One column of text under a heading. */
export interface Column {
  heading: string
  lines: readonly string[]
}

/** Below this many cells two programs side by side would be wrapped beyond reading. */
const NARROWEST = 100

const GAP = '  '

/** Lays two columns side by side in `width` terminal cells; stacks them below 100. */
export function renderColumns(left: Column, right: Column, width: number): string {
  if (width < NARROWEST) return [stack(left, width), '', stack(right, width)].join('\n')
  const cells = Math.floor((width - GAP.length) / 2)
  const [first, second] = [left, right].map((column) => fit(column, cells)) as [string[], string[]]
  const height = Math.max(first.length, second.length)
  return Array.from({ length: height }, (_, row) =>
    `${pad(first[row] ?? '', cells)}${GAP}${second[row] ?? ''}`.trimEnd(),
  ).join('\n')
}

/** Breaks prose at words; Chinese, which has no spaces, at the edge. */
export function renderProse(text: string, width: number): string {
  return wrapAnsi(text, Math.min(width, NARROWEST), { hard: true })
}

function stack(column: Column, width: number): string {
  return fit(column, width).join('\n')
}

/** Leading spaces are code's indentation: they stay. */
function fit({ heading, lines }: Column, cells: number): string[] {
  return [heading, '─'.repeat(Math.min(cells, stringWidth(heading)))].concat(
    lines.flatMap((line) => wrapAnsi(line, cells, { hard: true, trim: false }).split('\n')),
  )
}

/** By width on screen: a Chinese character takes two cells, a colour none. */
function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - stringWidth(text)))
}
