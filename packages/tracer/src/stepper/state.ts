/**
 * The stepper without a terminal: where the reader is in each trace, and what a key does about it.
 *
 * @module
 */
import { type Alignment, align, follow } from '../align.ts'
import type { Sources } from '../sources.ts'
import { placeOf, type Step, type Trace } from '../trace.ts'

/** One trace, ready to be stepped through. */
export interface Reel {
  trace: Trace
  sources: Sources
  /** How it is called on the screen: `koa 3.3.0`. */
  title: string
  /** What came back for a request of the scenario, in lines; shown once it has been answered. */
  response: (asked: number) => readonly string[]
}

/** What is being typed, and for what. */
export interface Prompt {
  kind: 'search' | 'run' | 'jump'
  text: string
}

/** Where the reader is. */
export interface State {
  reels: readonly Reel[]
  /** The reel that the keys move; the others follow at the events they share. */
  focus: number
  /** For each reel, how many steps are done: the line shown is about to run. */
  at: readonly number[]
  prompt: Prompt | null
  /** What `n` looks for. */
  sought: string
  /** What the last key had to say. */
  message: Message | null
  help: boolean
}

/** Something to tell the reader. */
export type Message =
  | { kind: 'nowhere'; text: string }
  | { kind: 'wrapped' }
  | { kind: 'no number'; text: string; last: number }

/** A key as `readline` reads it. */
export interface Key {
  name?: string | undefined
  sequence?: string | undefined
  ctrl?: boolean | undefined
  shift?: boolean | undefined
}

/** Begins at the first step of each. */
export function begin(reels: readonly Reel[]): State {
  return {
    reels,
    focus: 0,
    at: reels.map(() => 0),
    prompt: null,
    sought: '',
    message: null,
    help: false,
  }
}

/** What comes after a key; `null` when the reader wants to leave. */
export function press(state: State, key: Key): State | null {
  if (key.ctrl && (key.name === 'c' || key.name === 'd')) return null
  const fresh = { ...state, message: null }
  if (state.prompt) return type(fresh, state.prompt, key)
  if (state.help) return { ...fresh, help: false }
  if (key.sequence === 'q' || key.name === 'escape') return null
  const action = ACTIONS[key.sequence ?? ''] ?? ACTIONS[key.name ?? '']
  return action ? action(fresh) : state
}

/** The reel that the keys move, and where it is. */
export function focused({ reels, focus, at }: State): { reel: Reel; at: number } {
  return { reel: reels[focus] as Reel, at: at[focus] as number }
}

/** The step that is about to be done; the last one at the end of the trace. */
export function stepAt({ steps }: Trace, at: number): Step | undefined {
  return steps[Math.min(at, steps.length - 1)]
}

/**
 * The response as far as it has come, in lines. Before the answer is out, what is known of it is what the code has in
 * its hands.
 */
export function responseAt({ trace, response }: Reel, at: number): readonly string[] {
  const step = stepAt(trace, at)
  const request = step ? (trace.frames[step.frame]?.request ?? 0) : 0
  const ended = trace.events.some(
    (event) => event.kind === 'respond' && event.request === request && event.step <= at,
  )
  if (ended || at >= trace.steps.length) return response(trace.requests[request]?.asked ?? 0)
  for (let index = at; index >= 0; index -= 1) {
    const earlier = trace.steps[index]
    if (!earlier || trace.frames[earlier.frame]?.request !== request) continue
    const res = earlier.locals.find(([, value]) => /^res \d/.test(value))
    if (res) return [res[1].replace(/^res /, '… ')]
  }
  return []
}

/**
 * How a reel stands to the one in focus: `null` where they have done the same so far, otherwise the last event that
 * only one of them has.
 */
export function partedBy({ reels, focus, at }: State, other: number): string | null {
  const [one, two] = [reels[focus] as Reel, reels[other] as Reel]
  const { rungs } = alignmentOf(one, two)
  const done = rungs.findLastIndex(
    (rung) => rung.one !== null && (one.trace.events[rung.one]?.step ?? 0) <= (at[focus] as number),
  )
  const rung = rungs.slice(0, done + 1).findLast((each) => each.one === null || each.other === null)
  if (!rung) return null
  const [reel, index] = rung.one === null ? [two, rung.other as number] : [one, rung.one]
  const event = reel.trace.events[index]
  return event ? `${reel.title}: ${event.subject} ${event.kind}` : null
}

type Action = (state: State) => State

/** By what was typed, or by the name of the key. */
const ACTIONS: Readonly<Record<string, Action>> = {
  right: (state) => move(state, nextEvent),
  l: (state) => move(state, nextEvent),
  space: (state) => move(state, nextEvent),
  left: (state) => move(state, previousEvent),
  h: (state) => move(state, previousEvent),
  backspace: (state) => move(state, previousEvent),
  down: (state) => move(state, (_trace, at) => at + 1),
  j: (state) => move(state, (_trace, at) => at + 1),
  up: (state) => move(state, (_trace, at) => at - 1),
  k: (state) => move(state, (_trace, at) => at - 1),
  pagedown: (state) => move(state, nextCall),
  f: (state) => move(state, nextCall),
  pageup: (state) => move(state, previousCall),
  b: (state) => move(state, previousCall),
  home: (state) => move(state, () => 0),
  g: (state) => move(state, () => 0),
  end: (state) => move(state, ({ steps }) => steps.length),
  G: (state) => move(state, ({ steps }) => steps.length),
  tab: (state) => ({ ...state, focus: (state.focus + 1) % state.reels.length }),
  '/': (state) => ({ ...state, prompt: { kind: 'search', text: '' } }),
  n: (state) => search(state, 1),
  N: (state) => search(state, -1),
  r: (state) => ({ ...state, prompt: { kind: 'run', text: '' } }),
  ':': (state) => ({ ...state, prompt: { kind: 'jump', text: '' } }),
  '?': (state) => ({ ...state, help: true }),
}

/** Moves the reel in focus, and has the others follow. */
function move(state: State, to: (trace: Trace, at: number) => number): State {
  const { reel, at } = focused(state)
  const last = reel.trace.steps.length
  return moveTo(state, Math.max(0, Math.min(last, to(reel.trace, at))))
}

/** Moves the reel in focus behind as many steps, and has the others follow. */
export function moveTo(state: State, target: number): State {
  const { reel } = focused(state)
  const at = state.reels.map((other, index) => {
    if (index === state.focus) return target
    if (target >= reel.trace.steps.length) return other.trace.steps.length
    return follow(alignmentOf(reel, other), reel.trace, other.trace, target)
  })
  return { ...state, at }
}

/** Alignments do not change; they are made when they are first wanted. */
const alignments = new WeakMap<Reel, WeakMap<Reel, Alignment>>()

function alignmentOf(one: Reel, other: Reel): Alignment {
  const known = alignments.get(one) ?? new WeakMap<Reel, Alignment>()
  alignments.set(one, known)
  const alignment = known.get(other) ?? align(one.trace, other.trace)
  known.set(other, alignment)
  return alignment
}

function nextEvent({ events, steps }: Trace, at: number): number {
  return events.find(({ step }) => step > at)?.step ?? steps.length
}

function previousEvent({ events }: Trace, at: number): number {
  return events.findLast(({ step }) => step < at)?.step ?? 0
}

/** The first step of the next call of a function. */
function nextCall({ steps }: Trace, at: number): number {
  const seen = new Set(steps.slice(0, at + 1).map(({ frame }) => frame))
  const next = steps.findIndex(({ frame }, index) => index > at && !seen.has(frame))
  return next < 0 ? steps.length : next
}

function previousCall({ steps }: Trace, at: number): number {
  const first = new Map<number, number>()
  for (const [index, { frame }] of steps.entries()) if (!first.has(frame)) first.set(frame, index)
  return [...first.values()].findLast((index) => index < at) ?? 0
}

function type(state: State, prompt: Prompt, key: Key): State {
  switch (key.name) {
    case 'escape':
      return { ...state, prompt: null }
    case 'return':
    case 'enter':
      return answer({ ...state, prompt: null }, prompt)
    case 'backspace':
      return { ...state, prompt: { ...prompt, text: prompt.text.slice(0, -1) } }
    default: {
      const typed = key.sequence ?? ''
      const isText = !key.ctrl && !/\p{Cc}/u.test(typed)
      return isText ? { ...state, prompt: { ...prompt, text: prompt.text + typed } } : state
    }
  }
}

function answer(state: State, { kind, text }: Prompt): State {
  if (text.trim() === '') return state
  if (kind === 'search') return search({ ...state, sought: text.trim() }, 1)
  if (kind === 'run') return runTo(state, text.trim())
  const { steps } = focused(state).reel.trace
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > steps.length) {
    return { ...state, message: { kind: 'no number', text, last: steps.length } }
  }
  return moveTo(state, number - 1)
}

/** The next step, or the one before, whose line or function holds what is sought; from the other end where there is none. */
function search(state: State, direction: 1 | -1): State {
  if (state.sought === '') return state
  const { reel, at } = focused(state)
  const { length } = reel.trace.steps
  for (let distance = 1; distance <= length; distance += 1) {
    const raw = at + direction * distance
    const index = ((raw % length) + length) % length
    if (!holds(reel, index, state.sought)) continue
    const message: Message | null = raw === index ? null : { kind: 'wrapped' }
    return { ...moveTo(state, index), message }
  }
  return { ...state, message: { kind: 'nowhere', text: state.sought } }
}

function holds({ trace, sources }: Reel, index: number, sought: string): boolean {
  const { file, function: fn, line } = placeOf(trace, trace.steps[index] as Step)
  const source = sources.get(file.name)?.[line - 1] ?? ''
  return `${fn.name} ${file.name}:${line} ${source}`.toLowerCase().includes(sought.toLowerCase())
}

/** Onwards, until a function by this name or a place such as `compose.ts:41`. */
function runTo(state: State, text: string): State {
  const { reel, at } = focused(state)
  const { steps } = reel.trace
  const index = steps.findIndex((step, each) => {
    if (each <= at) return false
    const { file, function: fn, line } = placeOf(reel.trace, step)
    return fn.name === text || fn.name.endsWith(`.${text}`) || isPlace(`${file.name}:${line}`, text)
  })
  if (index < 0) return { ...state, message: { kind: 'nowhere', text } }
  return moveTo(state, index)
}

function isPlace(place: string, text: string): boolean {
  return text.includes(':') && (place === text || place.endsWith(`/${text}`))
}
