/**
 * A trace as text, from top to bottom: for pipes, for screen readers, for reading.
 *
 * @module
 */
import type { Sources } from './sources.ts'
import {
  cutSentence,
  endingSentence,
  placeOf,
  type Step,
  type Trace,
  type TraceEvent,
} from './trace.ts'

/** What of a trace to tell. */
export interface PlainOptions {
  /** Only what belongs to this request of the scenario, counted from zero. */
  asked?: number
}

/**
 * A line for each step (its function, indented by depth, and the source), a line that begins with `*` for each event
 * between them, and how the run ended.
 */
export function* plainLines(
  trace: Trace,
  sources: Sources,
  { asked }: PlainOptions = {},
): Generator<string> {
  const isWanted = (request: number) =>
    asked === undefined || trace.requests[request]?.asked === asked
  const events = [...trace.events]
  let request = -1
  for (let at = 0; at <= trace.steps.length; at += 1) {
    while (events[0] && events[0].step <= at) {
      const event = events.shift() as TraceEvent
      if (isWanted(event.request)) yield eventLine(event)
    }
    const step = trace.steps[at]
    const frame = step && trace.frames[step.frame]
    if (!step || !frame || !isWanted(frame.request)) continue
    if (frame.request !== request) {
      request = frame.request
      yield requestLine(trace, request)
    }
    yield stepLine(trace, step, sources)
  }
  if (trace.cut) yield cutSentence(trace.cut)
  if (trace.ending.kind !== 'done') yield endingSentence(trace.ending)
}

function requestLine({ requests }: Trace, at: number): string {
  const { method, target } = requests[at] as (typeof requests)[number]
  return `\n> ${at + 1}  ${method} ${target}`
}

function eventLine({ kind, subject, depth, detail }: TraceEvent): string {
  const what = detail === undefined ? kind : `${kind}(${detail})`
  return `* ${'  '.repeat(depth)}${subject} ${what}`
}

function stepLine(trace: Trace, step: Step, sources: Sources): string {
  const { file, function: fn, frame, line } = placeOf(trace, step)
  const source = sources.get(file.name)?.[line - 1]?.trim() ?? ''
  return `  ${'  '.repeat(frame.depth)}${fn.name}  ${file.name}:${line}  ${source}`
}
