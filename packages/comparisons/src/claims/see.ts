/**
 * What of a run a sentence may be about, each as a short text.
 *
 * @module
 */
import type { RequestRun } from '../run.ts'
import { bodyText, finalAnswer, slipLines, walk } from '../verdict.ts'

/** `200 hello`, or `no answer`. Of a page only its type is told. */
export function answer({ observation }: RequestRun): string {
  const { status } = finalAnswer(observation) ?? {}
  if (status === undefined) return 'no answer'
  const body = bodyText(observation)
  return body.startsWith('<!DOCTYPE') ? `${status} (a page)` : `${status} ${body}`.trim()
}

/** Whose turn came, in order: `outer, handler`. */
export function begun({ events }: RequestRun): string {
  return told(walk(events), 'begin ')
}

/** Who was done, in order: `handler, outer`. */
export function ended({ events }: RequestRun): string {
  return told(walk(events), 'end ')
}

/** What was printed, or went wrong with nobody to see it; `nothing` where nothing was. */
export function slipped({ observation }: RequestRun): string {
  return slipLines(observation).join('\n') || 'nothing'
}

/** The value of a header; `none` where it is missing. */
export function header(name: string): (run: RequestRun) => string {
  return ({ observation }) =>
    finalAnswer(observation)?.headers.find(([given]) => given.toLowerCase() === name)?.[1] ?? 'none'
}

function told(lines: readonly string[], prefix: string): string {
  const names = lines.flatMap((line) => (line.startsWith(prefix) ? line.slice(prefix.length) : []))
  return names.join(', ') || 'nobody'
}
