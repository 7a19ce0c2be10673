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
 * `a`dded, `d`eleted), where {@link diffTransformer} finds them. Letters, because VitePress takes digits for line numbers.
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

/** What we need to know of a node of the highlighted code. */
interface CodeNode {
  properties: Record<string, unknown>
}

/** Where Shiki says what it is at work on. */
interface At {
  options: { meta?: { __raw?: string } }
}

/** For Shiki: gives marked lines the classes that VitePress's style sheet knows. */
export const diffTransformer = {
  name: 'await-next:diff',
  pre(this: At, node: CodeNode): void {
    if (marksOf(this)) addClass(node, 'has-diff')
  },
  line(this: At, node: CodeNode, line: number): void {
    const mark = marksOf(this)?.[line - 1]
    if (mark === 'a') addClass(node, 'diff add')
    if (mark === 'd') addClass(node, 'diff remove')
  },
}

function marksOf({ options }: At): string | undefined {
  return /\bmarks=([kad]+)/.exec(options.meta?.__raw ?? '')?.[1]
}

function addClass({ properties }: CodeNode, name: string): void {
  properties['class'] = [properties['class'], name].flat().filter(Boolean).join(' ')
}
