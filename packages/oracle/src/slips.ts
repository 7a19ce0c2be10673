/**
 * What a process lets slip while it works: prints, warnings, rejections and errors nobody caught.
 *
 * All of these belong to the process, not to a server, so collections wait for each other. While one is
 * under way nothing is printed, and nobody else's listeners (a test runner's, say) hear of it.
 *
 * @module
 */
import { format } from 'node:util'
import type { Slip } from './observation.ts'

/** The outcome of some work, and what slipped out during it. */
export interface Collected<Value> {
  value: Value
  slips: Slip[]
}

/** Ends when the collection before it has ended. */
let previous: Promise<unknown> = Promise.resolve()

/** Does some work and collects what the process lets slip meanwhile. One collection at a time. */
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

const CONSOLE_METHODS = ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const

/** A test runner's console does not write to the process's streams, so both are watched. */
function watchConsole(add: Add): Undo[] {
  return CONSOLE_METHODS.map((name) => {
    const original = console[name]
    console[name] = (...args: unknown[]) => add('console', format(...args))
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
      add(name, Buffer.from(chunk as string).toString('utf8'))
      // write(chunk, encoding?, callback?): whoever waits for the print must not wait for ever.
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
    const others = process.listeners(event as 'warning')
    const listener = (value: unknown) => add(event, describe(value))
    process.removeAllListeners(event)
    process.on(event, listener)
    return () => {
      process.off(event, listener)
      for (const other of others) process.on(event as 'warning', other)
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
