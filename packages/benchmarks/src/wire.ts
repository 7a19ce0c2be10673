/**
 * Requests without sockets: a server is handed connections that are streams of our own.
 *
 * All of Node's own work is done, parsing and framing included. What is taken out is the kernel's, which on a loopback
 * socket is most of the time and hides everything else.
 *
 * @module
 */
import type { Server } from 'node:http'
import { Duplex } from 'node:stream'
import { isWhole } from './answer.ts'
import { median, summarize } from './statistics.ts'

/** How long a subject is driven, in milliseconds of CPU time. */
export interface Plan {
  /** V8 is given at least the one, and at most the other, to settle. */
  warmUpMs: { least: number; most: number }
  /** For so long it is measured then. */
  ms: number
}

/** What is driven. */
export interface Driven {
  server: Server
  request: Buffer
  /** The length of one whole answer. */
  answerBytes: number
}

/** Does the same so many times. Returns the CPU time of one, in microseconds. */
export type Run = (count: number) => Promise<number>

/** Asks the same over and over. */
export function drive(what: Driven): Run {
  const wires = Array.from({ length: CONNECTIONS }, () => new Wire(what.server))
  return (requests) => spin(wires, what, requests)
}

/**
 * Runs slices until V8 has settled, and returns the microseconds of one. A slice is a number of requests or calls, told from
 * the one before it: nobody looks at the clock on the way, which costs as much as several requests.
 */
export async function settle(run: Run, { warmUpMs: { least, most } }: Plan): Promise<number> {
  let each = await run(FIRST)
  let spentMs = 0
  const slices: number[] = []
  // On a busy machine the compiler's thread waits its turn as well.
  while (spentMs < least || (spentMs < most && isSettling(slices))) {
    const count = countFor(SLICE_MS, each)
    each = await run(count)
    spentMs += (each * count) / 1000
    slices.push(each)
  }
  return median(slices.slice(-SETTLED))
}

/**
 * Runs once for as long as the plan says, and returns the microseconds of one. A long run, and not the middle of many short
 * ones: garbage is collected now and then, and belongs to the price.
 */
export function measure(run: Run, each: number, { ms }: Plan): Promise<number> {
  return run(countFor(ms, each))
}

function countFor(ms: number, each: number): number {
  return Math.max(FIRST, Math.round((ms * 1000) / each))
}

/** The length of a slice of the warm-up. */
const SLICE_MS = 10

/** So many slices have to be alike, and no faster than as many before them. */
const SETTLED = 8

/** How many are done at least. */
const FIRST = 16

/** Whether the last slices are still faster than those before them, or far apart, as they are before V8 has compiled all. */
export function isSettling(slices: readonly number[]): boolean {
  const [before, now] = [slices.slice(-2 * SETTLED, -SETTLED), slices.slice(-SETTLED)]
  if (before.length < SETTLED || summarize(now).spread > 0.1) return true
  return median(now) < median(before) * 0.97
}

/** Several take turns, so that a turn of the event loop is not the cost of a single request. */
const CONNECTIONS = 8

/** Keeps every wire busy with so many requests. Returns the microseconds of one. */
export function spin(
  wires: readonly Wire[],
  { request, answerBytes }: Driven,
  requests: number,
): Promise<number> {
  const begun = cpuTime()
  let [asked, answered] = [0, 0]
  return new Promise((resolve, reject) => {
    const ask = (wire: Wire) => {
      if (asked === requests) return
      asked += 1
      wire.push(request)
    }
    for (const wire of wires) {
      let received = 0
      wire.onBytes = (bytes) => {
        received += bytes
        if (received < answerBytes) return
        received = 0
        answered += 1
        // A turn later, as the next request of a client would come.
        if (answered < requests) setImmediate(ask, wire)
        else setImmediate(() => resolve((cpuTime() - begun) / requests))
      }
      wire.onEnd = () => reject(new Error('the server has closed the connection'))
      ask(wire)
    }
  })
}

/** CPU time of this process, in microseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Asks once. Returns the bytes of the whole answer. */
export function askOnce(server: Server, request: Buffer): Promise<Buffer> {
  const wire = new Wire(server)
  return new Promise<Buffer>((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    wire.onBytes = (_length, chunk) => {
      bytes = Buffer.concat([bytes, chunk])
      if (isWhole(bytes)) resolve(bytes)
    }
    wire.onEnd = () => reject(new Error('the server has closed the connection'))
    wire.push(request)
  }).finally(() => wire.destroy())
}

/** Leaves so many requests open. Returns the memory of each, in kilobytes, connection and all. */
export async function hold(server: Server, request: Buffer, count: number): Promise<number> {
  const open = async () => {
    const wires = Array.from({ length: count }, () => new Wire(server))
    for (const wire of wires) wire.push(request)
    await new Promise(setImmediate)
    return wires
  }
  // What the first requests leave behind for good is nobody's in particular.
  const first = await open()
  const before = heap()
  const held = await open()
  const kilobytes = (heap() - before) / count / 1000
  for (const wire of [...first, ...held]) wire.destroy()
  return kilobytes
}

function heap(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** One connection, as a server sees it. */
export class Wire extends Duplex {
  onBytes: (length: number, chunk: Buffer) => void = () => {}
  onEnd: () => void = () => {}

  constructor(server: Server) {
    super()
    server.emit('connection', this)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    done()
    this.onBytes(chunk.length, chunk)
  }

  override _final(done: () => void): void {
    done()
    this.onEnd()
  }

  // What `node:http` asks of a socket.
  setTimeout(): this {
    return this
  }
}
