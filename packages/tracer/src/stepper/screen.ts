/**
 * The stepper's screen: a state drawn as lines of text, no more than fit.
 *
 * @module
 */
import pc from 'picocolors'
import stringWidth from 'string-width'
import { cutSentence, endingSentence, placeOf, stackOf, type Trace } from '../trace.ts'
import { partedBy, type Reel, responseAt, type State, stepAt } from './state.ts'
import type { Words } from './words.ts'

/** Two traces stand side by side where each of them gets as many cells. */
const NARROWEST = 60

/** Draws a state: exactly `height` lines of at most `width` cells each. */
export function draw(state: State, width: number, height: number, words: Words): string[] {
  const bottom = [bottomLine(state, width, words)]
  const room = height - bottom.length
  const body = state.help
    ? words.help.map((line) => fit(line, width))
    : drawReels(state, width, room, words)
  return [...sized(body, room), ...bottom]
}

function drawReels(state: State, width: number, height: number, words: Words): string[] {
  const { reels, focus } = state
  const columns = Math.max(1, Math.min(reels.length, Math.floor(width / NARROWEST)))
  const shown = Array.from({ length: columns }, (_, index) => (focus + index) % reels.length)
  const hidden = [...reels.keys()].filter((index) => !shown.includes(index))
  const strip = hidden.map((index) => summary(state, index, width, words))
  const room = height - strip.length
  if (columns === 1) return [...drawReel(state, focus, width, room, words), ...strip]
  const cells = Math.floor((width - (columns - 1) * 3) / columns)
  const panels = shown.map((index) => drawReel(state, index, cells, room, words))
  const rows = Array.from({ length: room }, (_, row) =>
    panels.map((panel) => pad(panel[row] ?? '', cells)).join(' │ '),
  )
  return [...rows, ...strip]
}

/** One trace: the source around its line, and below it what is known at this point. */
function drawReel(
  state: State,
  index: number,
  width: number,
  height: number,
  words: Words,
): string[] {
  const reel = state.reels[index] as Reel
  const at = state.at[index] as number
  const head = [fit(heading(state, index, words), width), fit(where(reel, at, words), width)]
  const room = height - head.length
  const facts = factsOf(reel, at, words, Math.max(6, Math.floor(room / 2)))
  const source = sourceOf(reel, at, Math.max(1, room - facts.length))
  return sized(
    [...head, ...source, ...facts].map((line) => fit(line, width)),
    height,
  )
}

function heading(state: State, index: number, words: Words): string {
  const { title } = state.reels[index] as Reel
  if (index === state.focus) return pc.inverse(` ${title} `)
  const parted = partedBy(state, index)
  return `${pc.bold(` ${title} `)} ${parted ? pc.yellow(words.parted(parted)) : words.together}`
}

function where({ trace }: Reel, at: number, words: Words): string {
  const { events, steps } = trace
  const count = at < steps.length ? words.step(at + 1, steps.length) : words.end
  const passed = events.filter(({ step }) => step <= at).length
  const step = stepAt(trace, at)
  const place = step && placeOf(trace, step)
  const told = place ? `${place.function.name}  ${place.file.name}:${place.line}` : ''
  return `${pc.cyan(told)}  ${pc.dim(`${count} · ${words.event(passed, events.length)}`)}`
}

function sourceOf({ trace, sources }: Reel, at: number, rows: number): string[] {
  const step = stepAt(trace, at)
  if (!step) return Array(rows).fill('')
  const { file, line } = placeOf(trace, step)
  const lines = sources.get(file.name) ?? []
  const first = Math.max(0, Math.min(line - 1 - Math.floor(rows / 2), lines.length - rows))
  return Array.from({ length: rows }, (_, row) => {
    const number = first + row + 1
    const text = lines[number - 1]
    if (text === undefined) return ''
    const shown = `${String(number).padStart(5)} ${text.replaceAll('\t', '  ')}`
    if (number !== line) return ` ${shown}`
    return at < trace.steps.length ? pc.bold(pc.green(`▶${shown}`)) : pc.green(`■${shown}`)
  })
}

/** The stack, the locals, the events so far and the response, in at most `rows` lines. */
function factsOf(reel: Reel, at: number, words: Words, rows: number): string[] {
  const { trace } = reel
  const step = stepAt(trace, at)
  const stack = step ? stackOf(trace, step).map((frame) => nameOf(trace, frame)) : []
  const locals = (at < trace.steps.length ? step?.locals : undefined) ?? []
  const events = trace.events.filter(({ step: before }) => before <= at)
  const answer = responseAt(reel, at)
  const lines = [
    `${pc.dim(words.stack)} ${stack.join(' ← ')}`,
    ...block(
      words.locals,
      locals.map(([name, value]) => `${name} = ${value}`),
      Math.max(1, Math.floor((rows - 1) / 3)),
      'first',
      words,
    ),
    ...block(
      words.events,
      events.map(eventOf),
      Math.max(1, Math.floor((rows - 1) / 3)),
      'last',
      words,
    ),
    ...block(words.response, answer, Math.max(1, Math.floor((rows - 1) / 3)), 'first', words),
  ]
  if (at >= trace.steps.length && trace.cut) lines.push(pc.yellow(cutSentence(trace.cut)))
  if (at >= trace.steps.length && trace.ending.kind !== 'done') {
    lines.push(pc.yellow(endingSentence(trace.ending).split('\n')[0] as string))
  }
  return lines
}

/** Some lines under one title, on as few rows as they need. */
function block(
  title: string,
  lines: readonly string[],
  rows: number,
  which: 'first' | 'last',
  words: Words,
): string[] {
  if (lines.length === 0) return [`${pc.dim(title)} ${pc.dim(words.none)}`]
  const rest = lines.length - rows
  const kept = rest <= 0 ? lines : which === 'last' ? lines.slice(rest) : lines.slice(0, rows)
  const told = rest > 0 && rows === 1 ? [lines.join(which === 'last' ? '  ' : ', ')] : kept
  const text = rest > 0 && rows === 1 && which === 'last' ? [lines.slice(-3).join('  ')] : told
  return text.map((line, at) =>
    at === 0 ? `${pc.dim(title)} ${line}` : `${' '.repeat(stringWidth(title))} ${line}`,
  )
}

function eventOf({ kind, subject, detail }: Trace['events'][number]): string {
  return detail === undefined ? `${subject} ${kind}` : `${subject} ${kind}(${detail})`
}

function nameOf(trace: Trace, frame: number): string {
  return trace.functions[trace.frames[frame]?.function ?? -1]?.name ?? ''
}

function summary(state: State, index: number, width: number, words: Words): string {
  const reel = state.reels[index] as Reel
  const parted = partedBy(state, index)
  const step = stepAt(reel.trace, state.at[index] as number)
  const place = step && placeOf(reel.trace, step)
  const told = place ? `${place.function.name} ${place.file.name}:${place.line}` : ''
  const how = parted ? pc.yellow(words.parted(parted)) : pc.dim(words.together)
  return fit(`${pc.bold(` ${reel.title} `)} ${told}  ${how}`, width)
}

function bottomLine(state: State, width: number, words: Words): string {
  const { prompt, message } = state
  if (prompt) return fit(`${words.prompts[prompt.kind]}${prompt.text}▏`, width)
  if (message) return fit(pc.yellow(words.message(message)), width)
  return fit(pc.dim(words.keys), width)
}

const segmenter = new Intl.Segmenter()

/** Cuts a text to a width on screen; colours take no room and are always ended. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let [room, cut] = [width - 1, '']
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  for (const part of text.split(/(\u001B\[\d+m)/)) {
    if (part.startsWith('\u001B[')) cut += part
    else {
      for (const { segment } of segmenter.segment(part)) {
        room -= stringWidth(segment)
        if (room < 0) break
        cut += segment
      }
    }
    if (room <= 0) break
  }
  return pc.isColorSupported ? `${cut}\u001B[0m…` : `${cut}…`
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

function sized(lines: readonly string[], height: number): string[] {
  return Array.from({ length: height }, (_, row) => lines[row] ?? '')
}
