/**
 * Code on made pages.
 *
 * @module
 */
import { diffLines } from 'diff'

/** A block of code, whatever stands in it. */
export function fence(code: string, info: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${info}\n${code.trimEnd()}\n${ticks}`
}

/**
 * A file as it became, with the lines that went: the marks stand in the info of the block, one letter a line (`k`ept,
 * `a`dded, `d`eleted), where {@link MARKS} are looked for. Letters, because VitePress takes digits for line numbers.
 */
export function diffFence(before: string, after: string, info: string): string {
  const lines: string[] = []
  const marks: string[] = []
  for (const { value, added, removed } of diffLines(
    `${before.trimEnd()}\n`,
    `${after.trimEnd()}\n`,
  )) {
    const mark = added ? 'a' : removed ? 'd' : 'k'
    for (const line of value.replace(/\n$/, '').split('\n')) {
      lines.push(line)
      marks.push(mark)
    }
  }
  return fence(lines.join('\n'), `${info} marks=${marks.join('')}`)
}

/** The classes that VitePress's style sheet knows, by mark. */
export const MARKS: Readonly<Record<string, string>> = {
  a: ' diff add',
  d: ' diff remove',
}
