/**
 * Recording: a scenario is run in a process of its own, and what it did comes back as a trace.
 *
 * @module
 */
import { spawn } from 'node:child_process'
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
  /** Environment of the process on top of ours. */
  env?: Readonly<Record<string, string>>
}

const BOUNDS = { steps: 20_000, bytes: 8_000_000, time: 60_000 }

/** How much of what a process printed before it ended is kept, in characters. */
const LAST_WORDS = 2000

/**
 * Records a scenario. However it goes, there is a trace: a run that hangs, fails or ends its process is one with that
 * {@link Ending}, and with all that was done until then.
 */
export async function record<Result = unknown>(options: RecordOptions): Promise<Trace<Result>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'await-next-trace-'))
  const clean = () => rmSync(folder, { recursive: true, force: true })
  // Last: the recording's own process, which writes into it, is ended before.
  const forget = onExit(clean, { alwaysLast: true })
  try {
    const journal = path.join(folder, 'journal')
    createJournal(journal)
    const ended = await run(options, journal)
    return assemble<Result>(options, readJournal(journal), ended)
  } finally {
    forget()
    clean()
  }
}

const LOADER = new URL('../loader/register.js', import.meta.url)
const CHILD = new URL('child/main.ts', import.meta.url)

/** How the process ended, before it is known what it had to say. */
type ProcessEnding = Extract<Ending, { kind: 'exit' | 'stopped' }>

function run(options: RecordOptions, journal: string): Promise<ProcessEnding> {
  const { scenario, input = null, packages, env, bounds } = options
  const { time, steps, bytes } = { ...BOUNDS, ...bounds }
  const setup: Setup = {
    scenario: scenario.href,
    input,
    packages,
    bounds: { steps, bytes },
    journal,
  }
  const flags = ['--conditions=@await-next/source', '--import', LOADER.href]
  const args = [...flags, fileURLToPath(CHILD), JSON.stringify(setup)]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // Whatever ends us, nobody is left to record for.
  child.once(
    'exit',
    onExit(() => {
      child.kill('SIGKILL')
    }),
  )
  let lastWords = ''
  child.stderr.on('data', (chunk) => {
    lastWords = `${lastWords}${chunk}`.slice(-LAST_WORDS)
  })
  return new Promise((resolve, reject) => {
    let stopped = false
    const timer = setTimeout(() => {
      stopped = true
      child.kill('SIGKILL')
    }, time)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (stopped) resolve({ kind: 'stopped', after: time })
      else resolve({ kind: 'exit', code, signal, lastWords: lastWords.trim() })
    })
  })
}

function assemble<Result>(
  { packages, label = {} }: RecordOptions,
  entries: readonly Entry[],
  ended: ProcessEnding,
): Trace<Result> {
  const files: TracedFile[] = []
  const functions: TracedFunction[] = []
  const requests: TracedRequest[] = []
  const frames: Frame[] = []
  const steps: Step[] = []
  const events: TraceEvent[] = []
  const outside: Set<number>[] = []
  let ending: Ending = ended
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
  return {
    version: TRACE_VERSION,
    label,
    node: process.version,
    packages: packages.map(({ name, version }) => ({ name, version })),
    files,
    functions: functions.map((fn, at) => ({
      ...fn,
      outside: [...(outside[at] ?? [])].sort((one, other) => one - other),
    })),
    requests,
    frames,
    steps,
    events,
    ending,
    cut,
    result,
  }
}
