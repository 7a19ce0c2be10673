/**
 * A trace: all that a recorded run did, as plain data.
 *
 * Nothing here needs Node, so that a page can read a trace as well. {@link TRACE_VERSION} counts up whenever a reader
 * would have to change.
 *
 * @module
 */

/** The version of the form below. */
export const TRACE_VERSION = 1

/** A recorded run. */
export interface Trace<Result = unknown> {
  version: typeof TRACE_VERSION
  /** What the run was, in the words of whoever recorded it: `{ topic: 'onion', subject: 'koa' }`. */
  label: Readonly<Record<string, string>>
  /** The Node.js that ran it: `v20.20.2`. */
  node: string
  /** The packages whose files were watched. */
  packages: readonly TracedPackage[]
  /** The watched files that were loaded, by name. */
  files: readonly TracedFile[]
  /** Their functions. */
  functions: readonly TracedFunction[]
  /** The requests in the order in which they came in. */
  requests: readonly TracedRequest[]
  /** Calls of functions, each with its caller: the stack of a step is its frame and all parents of that. */
  frames: readonly Frame[]
  /** The executed lines, in order. */
  steps: readonly Step[]
  events: readonly TraceEvent[]
  ending: Ending
  /** The bound that the recording hit; what came after it is missing. */
  cut: Cut | null
  /** What the scenario made of the run; `null` where it did not come to its end. */
  result: Result | null
}

/** A package whose files were watched. */
export interface TracedPackage {
  name: string
  version: string
}

/** A watched file. */
export interface TracedFile {
  /** `koa/lib/application.js`: the package, and the file in it. */
  name: string
  /** SHA-256 of the text that all lines speak of, in hex. */
  hash: string
}

/** A function of a watched file, whether it ran or not. */
export interface TracedFunction {
  /** Its own name, or the one it is assigned to: `handle`, `Walk.next`, `(anonymous)`; `(module)` for a file's own code. */
  name: string
  /** Index in `files`. */
  file: number
  /** Its first and last line, counted from one. */
  line: number
  endLine: number
  /** Its lines that hold something to run, ascending; those of functions within it are theirs. */
  executable: readonly number[]
  /** Those that ran outside of every request: on loading, while the app was built, afterwards. */
  outside: readonly number[]
}

/** A request that came in. */
export interface TracedRequest {
  /** Which of the scenario's requests it belongs to, counted from zero. */
  asked: number
  method: string
  target: string
}

/** One call of one function. */
export interface Frame {
  /** Index in `functions`. */
  function: number
  /** Index in `frames` of who called it, or scheduled it; `null` where the request comes in. */
  parent: number | null
  /** Index in `requests`. */
  request: number
  /** How many frames lie above it. Stays the same across `await`. */
  depth: number
}

/** One executed line. A line that is come back to from a call is a step again. */
export interface Step {
  /** Index in `frames`. */
  frame: number
  /** Counted from one. */
  line: number
  /** What the line and its function have in their hands before it runs, the nearest first. */
  locals: readonly Local[]
}

/** A variable, and its value in a few characters. */
export type Local = readonly [name: string, value: string]

/** Something the scenario noted while it ran: a handler was entered, a response was ended. */
export interface TraceEvent {
  kind: string
  /** Who did it. */
  subject: string
  depth: number
  /** Index in `requests`. */
  request: number
  /** How many steps were done before it. */
  step: number
  detail?: string
}

/** How a run ended. */
export type Ending =
  /** The scenario came to its end. */
  | { kind: 'done' }
  /** The process ended before it did: by itself, by a signal, or by an error nobody caught. */
  | { kind: 'exit'; code: number | null; signal: string | null; lastWords: string }
  /** The scenario threw. */
  | { kind: 'failed'; error: string }
  /** It took too long and was stopped, in milliseconds. */
  | { kind: 'stopped'; after: number }

/** A bound of the recording. */
export interface Cut {
  bound: 'steps' | 'size'
  /** Where the bound is: a number of steps, or of bytes. */
  at: number
}

/** What a bound means, in a sentence. */
export function cutSentence({ bound, at }: Cut): string {
  return bound === 'steps'
    ? `The recording stops after ${at} steps; the run went on.`
    : `The recording stops after ${at} bytes; the run went on.`
}

/** How a run ended, in a sentence. */
export function endingSentence(ending: Ending): string {
  switch (ending.kind) {
    case 'done':
      return 'The run came to its end.'
    case 'failed':
      return `The run failed: ${ending.error}`
    case 'stopped':
      return `The run did not come to its end within ${ending.after} ms and was stopped.`
    case 'exit': {
      const how = ending.signal ? `by ${ending.signal}` : `with code ${ending.code}`
      const words = ending.lastWords && `: ${ending.lastWords}`
      return `The process ended ${how} before the run came to its end${words}`
    }
  }
}

/** Where a step is. */
export interface Place {
  file: TracedFile
  function: TracedFunction
  frame: Frame
  line: number
}

/** Looks up where a step is. */
export function placeOf(trace: Trace, step: Step): Place {
  const frame = trace.frames[step.frame] as Frame
  const fn = trace.functions[frame.function] as TracedFunction
  return { frame, function: fn, file: trace.files[fn.file] as TracedFile, line: step.line }
}

/** The calls a step stands in, the innermost first, as indexes in `frames`. */
export function stackOf(trace: Trace, step: Step): number[] {
  const stack: number[] = []
  for (let at: number | null = step.frame; at !== null; at = trace.frames[at]?.parent ?? null) {
    stack.push(at)
  }
  return stack
}

/** The part of a trace that belongs to one request of its scenario, counted from zero. */
export function onlyAsked<Result>(trace: Trace<Result>, asked: number): Trace<Result> {
  const isWanted = (request: number) => trace.requests[request]?.asked === asked
  const wanted = trace.steps.map(({ frame }) => isWanted(trace.frames[frame]?.request ?? -1))
  const before = [0]
  for (const is of wanted) before.push((before.at(-1) as number) + Number(is))
  const events = trace.events
    .filter(({ request }) => isWanted(request))
    .map((event) => ({ ...event, step: before[event.step] as number }))
  return { ...trace, steps: trace.steps.filter((_, at) => wanted[at]), events }
}

/** A trace as it is kept: steps are rows of numbers, texts stand once. */
export interface PackedTrace<Result = unknown> extends Omit<Trace<Result>, 'frames' | 'steps'> {
  /** The names and values of locals. */
  texts: readonly string[]
  /** `[function, parent + 1, request]` each: the depth follows. */
  frames: ReadonlyArray<readonly [fn: number, parent: number, request: number]>
  /** `[frame, line, name, value, name, value …]` each; names and values are indexes in `texts`. */
  steps: ReadonlyArray<readonly number[]>
}

/** Packs a trace: a tenth of the size, and what JSON and gzip are good at. */
export function pack<Result>(trace: Trace<Result>): PackedTrace<Result> {
  const texts = new Map<string, number>()
  const indexOf = (text: string) => {
    const known = texts.get(text) ?? texts.size
    texts.set(text, known)
    return known
  }
  const steps = trace.steps.map(({ frame, line, locals }) => [
    frame,
    line,
    ...locals.flat().map(indexOf),
  ])
  const frames = trace.frames.map(
    ({ function: fn, parent, request }) => [fn, (parent ?? -1) + 1, request] as const,
  )
  return { ...trace, frames, steps, texts: [...texts.keys()] }
}

/**
 * Unpacks a trace.
 *
 * @throws TypeError for something that is none, or one of another version.
 */
export function unpack<Result>(packed: PackedTrace<Result>): Trace<Result> {
  if (packed?.version !== TRACE_VERSION) {
    const found = packed?.version ?? 'none'
    throw new TypeError(`A trace of version ${TRACE_VERSION} is wanted; this one has ${found}`)
  }
  const { texts, frames, steps, ...rest } = packed
  return {
    ...rest,
    frames: unpackFrames(frames),
    steps: steps.map((row) => unpackStep(row, texts)),
  }
}

function unpackFrames(rows: PackedTrace['frames']): Frame[] {
  const frames: Frame[] = []
  for (const [fn, parent, request] of rows) {
    const above = frames[parent - 1]
    const depth = above ? above.depth + 1 : 0
    frames.push({ function: fn, parent: above ? parent - 1 : null, request, depth })
  }
  return frames
}

function unpackStep([frame, line, ...refs]: readonly number[], texts: readonly string[]): Step {
  const locals: Local[] = []
  for (let at = 0; at < refs.length; at += 2) {
    locals.push([texts[refs[at] as number] as string, texts[refs[at + 1] as number] as string])
  }
  return { frame: frame as number, line: line as number, locals }
}
