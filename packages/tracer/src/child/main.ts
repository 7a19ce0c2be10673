/**
 * The process of recordings. Each message in is one to make, the message out says that it is made. It ends when its parent has
 * no more.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { EventEmitter } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { loadAnew } from '../../loader/register.js'
import { type Bounds, type Entry, Journal } from '../journal.ts'
import type { Scenario, Watch, WatchedPackage } from '../scenario.ts'
import { type Call, Calls, type Context } from './calls.ts'
import type { WatchedFile } from './files.ts'
import { type Logpoint, Logpoints, UNREADABLE, type Watcher } from './logpoints.ts'
import type { CallSite } from './stack.ts'
import { describe } from './values.ts'

/** What is recorded next. */
export interface Setup {
  /** The URL of the scenario's module. */
  scenario: string
  input: unknown
  packages: readonly WatchedPackage[]
  bounds: Bounds
  /** The file to write to. */
  journal: string
}

/** How long files that are in use are waited for, in milliseconds: one may be kept busy on purpose. */
const PATIENCE = 1000

/** Waits until no file is being read, written or closed. */
async function filesAreLeft(): Promise<void> {
  const end = performance.now() + PATIENCE
  while (process.getActiveResourcesInfo().some(isOfFile) && performance.now() < end) await turn()
}

/** What has come by then is told in this turn, and listened to. */
const turn = promisify(setImmediate)

function isOfFile(resource: string): boolean {
  return /^(FSReq|FileHandle)/i.test(resource)
}

/** As many variables as a step shows at most. */
const SHOWN = 6

/** The lines of each file that run while it is loaded, by function: the same in each run. */
const loadedLines = new WeakMap<WatchedFile, ReadonlyMap<number, readonly number[]>>()

class Recording implements Watch, Watcher {
  readonly packages: readonly WatchedPackage[]
  readonly files = new Map<string, WatchedFile>()
  readonly #journal: Journal
  readonly #storage = new AsyncLocalStorage<Context>()
  readonly #calls: Calls
  /** The number of each file's first function. */
  readonly #firstFunction = new Map<WatchedFile, number>()
  #functions = 0
  /** Lines that ran outside of every request and are not written down yet, by function. */
  readonly #outside = new Map<number, Set<number>>()
  #asked = 0
  #requests = 0
  /** The last step and the column it has come to. */
  #last: { call: Call; line: number; column: number } | undefined
  /** A step whose variables are not read yet. */
  #unread: { call: Call; at: Logpoint } | undefined

  /** Whatever happens now is no part of it. */
  #isOver = false

  constructor(packages: readonly WatchedPackage[], journal: Journal) {
    this.packages = packages
    this.#journal = journal
    this.#calls = new Calls(this.#storage, this.files, (call) => this.#addCall(call))
  }

  loaded(): void {
    for (const [file, first] of this.#firstFunction) {
      if (loadedLines.has(file)) continue
      const lines = file.functions.map((_fn, at) => [
        at,
        [...(this.#outside.get(first + at) ?? [])],
      ])
      loadedLines.set(file, new Map(lines as [number, number[]][]))
    }
    logpoints.loaded()
  }

  attach(server: Server): void {
    const { emit } = server
    server.emit = (name: string, ...args: unknown[]): boolean => {
      const go = () => Reflect.apply(emit, server, [name, ...args])
      if (!BEGINS_REQUEST.has(name) || this.#storage.getStore()) return go()
      const [req, res] = args as [IncomingMessage, ServerResponse]
      const context = this.#begin(req)
      this.#carry(req, context)
      if (name === 'request') this.#carry(res, context)
      return this.#storage.run(context, go)
    }
  }

  async asking(request: number): Promise<void> {
    await filesAreLeft()
    this.#asked = request
  }

  event({ kind, subject, depth, detail }: Parameters<Watch['event']>[0]): void {
    this.#settle()
    const request = this.#storage.getStore()?.request ?? this.#requests - 1
    const event = { kind, subject, depth, request, step: this.#journal.steps }
    this.#journal.write(['event', detail === undefined ? event : { ...event, detail }])
    // What the line goes on with afterwards is a step of its own.
    this.#last = undefined
  }

  /** Nothing more is taken down. */
  end(): void {
    this.flush()
    this.#isOver = true
    this.#storage.disable()
    this.#journal.close()
  }

  /** Writes down what has been held back. */
  flush(): void {
    this.#settle()
    for (const [fn, lines] of this.#outside) this.#journal.write(['outside', fn, [...lines]])
    this.#outside.clear()
  }

  #begin({ method = '', url = '' }: IncomingMessage): Context {
    if (this.#requests === 0) logpoints.wake()
    this.flush()
    this.#journal.write(['request', { asked: this.#asked, method, target: url }])
    this.#requests += 1
    return { request: this.#requests - 1, call: null }
  }

  /** The socket has its own context, which knows no request: what it tells a message is told within that of the message. */
  #carry(emitter: EventEmitter, context: Context): void {
    const { emit } = emitter
    const storage = this.#storage
    const isOver = () => this.#isOver
    Object.defineProperty(emitter, 'emit', {
      value(this: EventEmitter, ...args: unknown[]) {
        const go = () => Reflect.apply(emit, this, args)
        const isThere = isOver() || storage.getStore()?.request === context.request
        return isThere ? go() : storage.run(context, go)
      },
      configurable: true,
      writable: true,
    })
  }

  onHit(at: Logpoint, stack: () => readonly CallSite[]): 'read' | 'rest' | undefined {
    if (this.#isOver) return undefined
    const context = this.#storage.getStore()
    if (!context) return this.#addOutside(at)
    this.#settle()
    if (this.#journal.isFull) return undefined
    return this.#step(at, this.#calls.at(at, context, stack))
  }

  #step(at: Logpoint, call: Call): 'read' | undefined {
    const isNew = !this.#isSameStep(call, at)
    if (isNew) this.#unread = { call, at }
    this.#last = { call, line: at.line, column: at.column }
    if (at.isReturn) this.#calls.leave(call)
    return isNew ? 'read' : undefined
  }

  onRead(values: readonly unknown[]): void {
    this.#settle(values)
  }

  /** Writes down the last step. */
  #settle(values: readonly unknown[] = []): void {
    if (!this.#unread) return
    const { call, at } = this.#unread
    this.#unread = undefined
    this.#journal.write(['step', call.id, at.line, localsOf(at, values)])
  }

  /** Further places on the same line belong to the same step, unless a loop has come round. */
  #isSameStep(call: Call, { line, column }: Logpoint): boolean {
    const last = this.#last
    return last?.call === call && last.line === line && column > last.column
  }

  onFile(file: WatchedFile, places: readonly Logpoint[]): 'now' | 'once loaded' {
    const at = this.#firstFunction.size
    const first = this.#functions
    this.#firstFunction.set(file, first)
    this.#functions += file.functions.length
    const executable = file.functions.map(() => new Set<number>())
    for (const { fn, line, isReturn } of places) if (!isReturn) executable[fn]?.add(line)
    const functions = file.functions.map(({ name, start, end }, fn): Entry => {
      const lines = [...(executable[fn] ?? [])].sort((one, other) => one - other)
      const [line, endLine] = [file.lineOf(start), file.lineOf(Math.max(start, end - 1))]
      return ['function', { name, file: at, line, endLine, executable: lines }]
    })
    this.#journal.write(['file', { name: file.name, hash: file.hash }], ...functions)
    const known = loadedLines.get(file)
    for (const [fn, lines] of known ?? []) {
      if (lines.length > 0) this.#outside.set(first + fn, new Set(lines))
    }
    return known ? 'once loaded' : 'now'
  }

  #addCall({ file, fn, parent, request }: Call): void {
    this.#journal.write(['frame', this.#functionId(file, fn), parent?.id ?? null, request])
  }

  #functionId(file: WatchedFile, fn: number): number {
    return (this.#firstFunction.get(file) as number) + fn
  }

  /** A line counts once, however often it runs while an app is built. */
  #addOutside({ file, fn, line, isReturn }: Logpoint): 'rest' | undefined {
    if (isReturn) return undefined
    const id = this.#functionId(file, fn)
    const lines = this.#outside.get(id) ?? new Set()
    this.#outside.set(id, lines)
    if (lines.has(line)) return 'rest'
    lines.add(line)
    return undefined
  }
}

/** The events by which a server gets a request. */
const BEGINS_REQUEST: ReadonlySet<string> = new Set([
  'request',
  'checkContinue',
  'checkExpectation',
  'upgrade',
  'connect',
])

function localsOf({ variables }: Logpoint, values: readonly unknown[]): [string, string][] {
  const locals: [string, string][] = []
  for (const [at, { name }] of variables.entries()) {
    const value = values[at]
    if (value === UNREADABLE || value === undefined) continue
    locals.push([name, describe(value)])
    if (locals.length === SHOWN) break
  }
  return locals
}

const logpoints = new Logpoints()
let recording: Recording | undefined
process.on('exit', () => recording?.flush())

process.on('message', async (setup: Setup) => {
  await record(setup)
  process.send?.('recorded')
})
// What a scenario has left open must not hold us up.
process.once('disconnect', () => process.exit())

async function record({ scenario, input, packages, bounds, journal: file }: Setup): Promise<void> {
  const journal = new Journal(file, bounds)
  // Not for the first: its modules keep the addresses that they have everywhere.
  if (recording) loadAnew(packages.map(({ folder }) => folder))
  recording = new Recording(packages, journal)
  logpoints.watch(recording)
  try {
    const module: { default: Scenario } = await import(scenario)
    journal.write(['result', (await module.default(input, recording)) ?? null])
  } catch (err) {
    journal.write(['failed', err instanceof Error ? `${err.stack}` : String(err)])
  }
  recording.end()
}
