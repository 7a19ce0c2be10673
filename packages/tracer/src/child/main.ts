/**
 * The process of one recording: `main.ts <setup as JSON>`.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { EventEmitter } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type Bounds, Journal } from '../journal.ts'
import type { Scenario, Watch, WatchedPackage } from '../scenario.ts'
import { type Call, Calls, type Context } from './calls.ts'
import type { WatchedFile } from './files.ts'
import { type Logpoint, Logpoints, UNREADABLE } from './logpoints.ts'
import { describe } from './values.ts'

/** What a recording's process is started with. */
export interface Setup {
  /** The URL of the scenario's module. */
  scenario: string
  input: unknown
  packages: readonly WatchedPackage[]
  bounds: Bounds
  /** The file to write to. */
  journal: string
}

/** As many variables as a step shows at most. */
const SHOWN = 6

class Recording implements Watch {
  readonly #journal: Journal
  readonly #storage = new AsyncLocalStorage<Context>()
  readonly #logpoints: Logpoints
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

  constructor({ packages }: Setup, journal: Journal) {
    this.#journal = journal
    const onHit = (at: Logpoint, read: () => unknown[]) => this.#hit(at, read)
    this.#logpoints = new Logpoints(packages, (file, places) => this.#addFile(file, places), onHit)
    this.#calls = new Calls(this.#storage, this.#logpoints.files, (call) => this.#addCall(call))
  }

  start(): void {
    this.#logpoints.start()
    process.on('exit', () => this.flush())
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

  asking(request: number): void {
    this.#asked = request
  }

  event({ kind, subject, depth, detail }: Parameters<Watch['event']>[0]): void {
    const request = this.#storage.getStore()?.request ?? this.#requests - 1
    const event = { kind, subject, depth, request, step: this.#journal.steps }
    this.#journal.write(['event', detail === undefined ? event : { ...event, detail }])
    // What the line goes on with afterwards is a step of its own.
    this.#last = undefined
  }

  /** Writes down what has been held back. */
  flush(): void {
    for (const [fn, lines] of this.#outside) this.#journal.write(['outside', fn, [...lines]])
    this.#outside.clear()
  }

  #begin({ method = '', url = '' }: IncomingMessage): Context {
    this.flush()
    this.#journal.write(['request', { asked: this.#asked, method, target: url }])
    this.#requests += 1
    return { request: this.#requests - 1, call: null }
  }

  /** The socket has its own context, which knows no request: what it tells a message is told within that of the message. */
  #carry(emitter: EventEmitter, context: Context): void {
    const { emit } = emitter
    const storage = this.#storage
    Object.defineProperty(emitter, 'emit', {
      value(this: EventEmitter, ...args: unknown[]) {
        const go = () => Reflect.apply(emit, this, args)
        return storage.getStore()?.request === context.request ? go() : storage.run(context, go)
      },
      configurable: true,
      writable: true,
    })
  }

  #hit = (at: Logpoint, read: () => unknown[]): void => {
    const context = this.#storage.getStore()
    if (!context) this.#addOutside(at)
    else if (!this.#journal.isFull) this.#step(at, context, read)
  }

  #step(at: Logpoint, context: Context, read: () => unknown[]): void {
    const call = this.#calls.at(at.isEntry, context, this.#hit)
    if (!this.#isSameStep(call, at)) {
      this.#journal.write(['step', call.id, at.line, localsOf(at, read)])
    }
    this.#last = { call, line: at.line, column: at.column }
    if (at.isReturn) this.#calls.leave(call)
  }

  /** Further places on the same line belong to the same step, unless a loop has come round. */
  #isSameStep(call: Call, { line, column }: Logpoint): boolean {
    const last = this.#last
    return last?.call === call && last.line === line && column > last.column
  }

  #addFile(file: WatchedFile, places: readonly Logpoint[]): void {
    const at = this.#firstFunction.size
    const first = this.#functions
    this.#firstFunction.set(file, first)
    this.#functions += file.functions.length
    this.#journal.write(['file', { name: file.name, hash: file.hash }])
    const executable = file.functions.map(() => new Set<number>())
    for (const { fn, line, isReturn } of places) if (!isReturn) executable[fn]?.add(line)
    for (const [fn, { name, start, end }] of file.functions.entries()) {
      const lines = [...(executable[fn] ?? [])].sort((one, other) => one - other)
      const [line, endLine] = [file.lineOf(start), file.lineOf(Math.max(start, end - 1))]
      this.#journal.write(['function', { name, file: at, line, endLine, executable: lines }])
    }
  }

  #addCall({ file, fn, parent, request }: Call): void {
    this.#journal.write(['frame', this.#functionId(file, fn), parent?.id ?? null, request])
  }

  #functionId(file: WatchedFile, fn: number): number {
    return (this.#firstFunction.get(file) as number) + fn
  }

  #addOutside({ file, fn, line, isReturn }: Logpoint): void {
    if (isReturn) return
    const id = this.#functionId(file, fn)
    this.#outside.set(id, (this.#outside.get(id) ?? new Set()).add(line))
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

function localsOf({ names }: Logpoint, read: () => unknown[]): [string, string][] {
  const values = read()
  return names
    .flatMap((name, at): [string, string][] => {
      const value = values[at]
      return value === UNREADABLE || value === undefined ? [] : [[name, describe(value)]]
    })
    .slice(0, SHOWN)
}

const setup: Setup = JSON.parse(process.argv[2] ?? '')
const journal = new Journal(setup.journal, setup.bounds)
const recording = new Recording(setup, journal)
recording.start()
try {
  const module: { default: Scenario } = await import(setup.scenario)
  journal.write(['result', (await module.default(setup.input, recording)) ?? null])
} catch (err) {
  journal.write(['failed', err instanceof Error ? `${err.stack}` : String(err)])
}
// What the scenario has left open must not hold the recording up.
process.exit(0)
