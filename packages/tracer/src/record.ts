/**
 * Recording: a scenario is run in another process, and what it did comes back as a trace.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { onExit } from 'signal-exit'
import type { Setup } from './child/main.ts'
import { type Bounds, createJournal, type Entry, readJournal } from './journal.ts'
import type { WatchedPackage } from './scenario.ts'
import {
  type Ending,
  type Frame,
  type Step,
  TRACE_VERSION,
  type Trace,
  type TracedFile,
  type TracedFunction,
  type TracedRequest,
  type TraceEvent,
} from './trace.ts'

/** What to record. */
export interface RecordOptions {
  /** The module whose default export is the {@link Scenario}, as a URL. */
  scenario: URL
  /** Handed to the scenario, through JSON. */
  input?: unknown
  /** Whose files are watched. Nothing else is. */
  packages: readonly WatchedPackage[]
  /** Kept in the trace as it is. */
  label?: Readonly<Record<string, string>>
  /** Steps (20,000), bytes of the recording (8,000,000), milliseconds of the whole run (60,000). */
  bounds?: Partial<Bounds & { time: number }>
}

/** What the processes of recordings are like. */
export interface RecorderOptions {
  /** Their environment on top of ours. */
  env?: Readonly<Record<string, string>>
}

const BOUNDS = { steps: 20_000, bytes: 8_000_000, time: 60_000 }

/** Nothing runs often enough in a recording to be worth it. */
const UNCOMPILED = ['--no-opt', '--no-sparkplug']

/** So many runs are made in one process. */
const MOST_RUNS = 32

/** How long a process that is no longer needed is waited for, in milliseconds. */
const LAST_WAIT = 5000

/** How much of what a process printed before it ended is kept, in characters. */
const LAST_WORDS = 2000

/** Records a scenario in a process of its own. */
export async function record<Result = unknown>(
  options: RecordOptions & RecorderOptions,
): Promise<Trace<Result>> {
  const recorder = new Recorder(options)
  try {
    return await recorder.record<Result>(options)
  } finally {
    await recorder.close()
  }
}

/**
 * Records one scenario after the other in the same process, which takes a fraction of the time. What a scenario imports of the
 * watched files while it runs is loaded anew for each, and so are the CommonJS modules that have required them, so that it finds
 * them as it would alone; what they import is not.
 */
export class Recorder {
  readonly #options: RecorderOptions
  #process: RecordingProcess | undefined
  /** How many runs the process has made. */
  #runs = 0

  constructor(options: RecorderOptions = {}) {
    this.#options = options
  }

  /**
   * Records a scenario. However it goes, there is a trace: a run that hangs, fails or ends its process is one with that
   * {@link Ending}, and with all that was done until then.
   */
  async record<Result = unknown>(options: RecordOptions): Promise<Trace<Result>> {
    // All that was loaded stays in memory, and V8 gets slower with it.
    if (this.#runs === MOST_RUNS) await this.close()
    const isFirst = this.#process === undefined
    const trace = await this.#recordOnce<Result>(options)
    // An earlier run may have left behind what ended the process, or may have loaded what cannot be loaded anew.
    const isDoubtful = trace.ending.kind === 'exit' || trace.files.length === 0
    if (isFirst || !isDoubtful) return trace
    await this.close()
    return this.#recordOnce<Result>(options)
  }

  async #recordOnce<Result>(options: RecordOptions): Promise<Trace<Result>> {
    const folder = mkdtempSync(path.join(tmpdir(), 'await-next-trace-'))
    const clean = () => rmSync(folder, { recursive: true, force: true })
    // Last: the recording's own process, which writes into it, is ended before.
    const forget = onExit(clean, { alwaysLast: true })
    try {
      const journal = path.join(folder, 'journal')
      createJournal(journal)
      this.#process ??= new RecordingProcess(this.#options)
      this.#runs += 1
      const ended = await this.#process.run(options, journal)
      if (ended) this.#forget()
      return assemble<Result>(options, readJournal(journal), ended)
    } finally {
      forget()
      clean()
    }
  }

  /** Ends the process. */
  async close(): Promise<void> {
    await this.#process?.close()
    this.#forget()
  }

  #forget(): void {
    this.#process = undefined
    this.#runs = 0
  }
}

const LOADER = new URL('../loader/register.js', import.meta.url)
const CHILD = new URL('child/main.ts', import.meta.url)

/** How a process ended. */
type ProcessEnding = Extract<Ending, { kind: 'exit' | 'stopped' }>

/** A process at work. */
class RecordingProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<ProcessEnding>
  #lastWords = ''

  constructor({ env }: RecorderOptions) {
    const child = fork(fileURLToPath(CHILD), {
      execArgv: [...UNCOMPILED, '--conditions=@await-next/source', '--import', LOADER.href],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    // Whatever ends us, nobody is left to record for.
    child.once(
      'exit',
      onExit(() => {
        child.kill('SIGKILL')
      }),
    )
    child.stderr?.on('data', (chunk) => {
      this.#lastWords = `${this.#lastWords}${chunk}`.slice(-LAST_WORDS)
    })
    this.#child = child
    this.#ended = new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => {
        resolve({ kind: 'exit', code, signal, lastWords: this.#lastWords.trim() })
      })
    })
  }

  /** Runs a scenario. Returns how the process ended, if it did. */
  async run(
    { scenario, input = null, packages, bounds }: RecordOptions,
    journal: string,
  ): Promise<ProcessEnding | undefined> {
    const { time, steps, bytes } = { ...BOUNDS, ...bounds }
    const setup: Setup = {
      scenario: scenario.href,
      input,
      packages,
      bounds: { steps, bytes },
      journal,
    }
    let stopped = false
    const timer = setTimeout(() => {
      stopped = true
      this.#child.kill('SIGKILL')
    }, time)
    this.#lastWords = ''
    const recorded = once(this.#child, 'message')
    // That it has ended meanwhile is told by its exit.
    this.#child.send(setup, () => {})
    const ended = await Promise.race([recorded.then(() => undefined), this.#ended])
    clearTimeout(timer)
    return ended && stopped ? { kind: 'stopped', after: time } : ended
  }

  async close(): Promise<void> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    // Not `close`, which is not told of a child that we have disconnected from.
    const exit = once(child, 'exit')
    const timer = setTimeout(() => child.kill('SIGKILL'), LAST_WAIT)
    if (child.connected) child.disconnect()
    await exit
    clearTimeout(timer)
  }
}

function assemble<Result>(
  { packages, label = {} }: RecordOptions,
  entries: readonly Entry[],
  ended: ProcessEnding | undefined,
): Trace<Result> {
  const files: TracedFile[] = []
  const functions: TracedFunction[] = []
  const requests: TracedRequest[] = []
  const frames: Frame[] = []
  const steps: Step[] = []
  const events: TraceEvent[] = []
  const outside: Set<number>[] = []
  let ending: Ending = ended ?? { kind: 'done' }
  let cut: Trace['cut'] = null
  let result: Result | null = null
  for (const entry of entries) {
    switch (entry[0]) {
      case 'file':
        files.push(entry[1])
        break
      case 'outside':
        for (const line of entry[2]) outside[entry[1]]?.add(line)
        break
      case 'function':
        functions.push({ ...entry[1], outside: [] })
        outside.push(new Set())
        break
      case 'request':
        requests.push(entry[1])
        break
      case 'frame': {
        const [, fn, parent, request] = entry
        const depth = parent === null ? 0 : (frames[parent]?.depth ?? 0) + 1
        frames.push({ function: fn, parent, request, depth })
        break
      }
      case 'step':
        steps.push({ frame: entry[1], line: entry[2], locals: entry[3] })
        break
      case 'event':
        events.push(entry[1])
        break
      case 'cut':
        cut = entry[1]
        break
      case 'result':
        result = entry[1] as Result
        ending = { kind: 'done' }
        break
      case 'failed':
        ending = { kind: 'failed', error: entry[1] }
        break
    }
  }
  // Modules that are imported at once are loaded in any order.
  const sortedFiles = [...files].sort((one, other) => (one.name < other.name ? -1 : 1))
  const fileOf = functions.map(({ file }) => sortedFiles.indexOf(files[file] as TracedFile))
  const ids = [...functions.keys()].sort(
    (one, other) => (fileOf[one] as number) - (fileOf[other] as number) || one - other,
  )
  const places = new Map(ids.map((id, at) => [id, at]))
  return {
    version: TRACE_VERSION,
    label,
    node: process.version,
    packages: packages.map(({ name, version }) => ({ name, version })),
    files: sortedFiles,
    functions: ids.map((id) => ({
      ...(functions[id] as TracedFunction),
      file: fileOf[id] as number,
      outside: [...(outside[id] ?? [])].sort((one, other) => one - other),
    })),
    requests,
    frames: frames.map((frame) => ({ ...frame, function: places.get(frame.function) as number })),
    steps,
    events,
    ending,
    cut,
    result,
  }
}
