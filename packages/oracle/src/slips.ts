/**
 * What a process lets slip while it works: prints, warnings, rejections and errors nobody caught.
 *
 * All of these belong to the process, not to a server, so collections wait for each other. While one is
 * under way nothing is printed, and nobody else's listeners (a test runner's, say) hear of it.
 *
 * @module
 */
import { format, type InspectOptions, inspect } from 'node:util'
import type { Slip } from './observation.ts'

/** The outcome of some work, and what slipped out during it. */
export interface Collected<Value> {
  value: Value
  slips: Slip[]
}

/** Ends when the collection before it has ended. */
let previous: Promise<unknown> = Promise.resolve()

/**
 * Does some work and collects what the process lets slip meanwhile. One collection at a time: work that
 * waits for another collection, as `Served.ask` is, would wait for ever.
 */
export function collectSlips<Value>(work: () => Promise<Value>): Promise<Collected<Value>> {
  const mine = previous.then(() => collect(work))
  previous = mine.catch(() => {})
  return mine
}

async function collect<Value>(work: () => Promise<Value>): Promise<Collected<Value>> {
  const slips: Slip[] = []
  const add = (kind: Slip['kind'], text: string) => slips.push({ kind, text })
  const restore = [...watchConsole(add), ...watchStreams(add), ...watchProcess(add)]
  try {
    const value = await work()
    await settled()
    return { value, slips }
  } finally {
    for (const undo of restore.reverse()) undo()
  }
}

type Add = (kind: Slip['kind'], text: string) => void
type Undo = () => void

/** What each method prints. The others, such as `table` and `assert`, print through these. */
const CONSOLE_METHODS = {
  log: format,
  info: format,
  debug: format,
  warn: format,
  error: format,
  trace: format,
  dir: (value?: unknown, options?: InspectOptions) =>
    inspect(value, { customInspect: false, ...options }),
} as const

/** A test runner's console does not write to the process's streams, so both are watched. */
function watchConsole(add: Add): Undo[] {
  return Object.entries(CONSOLE_METHODS).map(([key, textOf]) => {
    const name = key as keyof typeof CONSOLE_METHODS
    const original = console[name]
    console[name] = (...args: []) => add('console', textOf(...args))
    return () => {
      console[name] = original
    }
  })
}

function watchStreams(add: Add): Undo[] {
  return (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name]
    const original = stream.write
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
      // write(chunk, encoding?, callback?)
      const encoding = rest.find((value) => typeof value === 'string') as BufferEncoding | undefined
      add(name, Buffer.from(chunk as string, encoding).toString('utf8'))
      // Whoever waits for the print must not wait for ever.
      const callback = rest.find((value) => typeof value === 'function')
      if (callback) process.nextTick(callback as () => void)
      return true
    }
    return () => {
      stream.write = original
    }
  })
}

const PROCESS_EVENTS = ['unhandledRejection', 'uncaughtException', 'warning'] as const

function watchProcess(add: Add): Undo[] {
  return PROCESS_EVENTS.map((event) => {
    // Raw, so that what listens once goes on to listen once.
    const others = process.rawListeners(event) as Array<(value: unknown) => void>
    const listener = (value: unknown) => add(event, describe(value))
    process.removeAllListeners(event)
    process.on(event, listener)
    return () => {
      process.off(event, listener)
      for (const other of others) process.on(event, other)
    }
  })
}

function describe(value: unknown): string {
  if (!(value instanceof Error)) return format('%o', value)
  // A stack is taken when the error is made; its message may have been changed since.
  const frames = value.stack?.match(/\n {4}at [\s\S]*$/)?.[0] ?? ''
  return `${value.name}: ${value.message}${frames}`
}

/** A rejection is called unhandled once the microtasks are done, a warning is emitted on the next tick. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
