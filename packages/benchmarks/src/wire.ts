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
import { median } from './statistics.ts'

/** How long a subject is driven, in milliseconds of CPU time. */
export interface Plan {
  /** V8 is given at least the one, and at most the other, to settle. */
  warmUpMs: { least: number; most: number }
  /** So many slices are measured then. */
  slices: number
  sliceMs: number
}

/** What is driven. */
export interface Driven {
  server: Server
  request: Buffer
  /** The length of one whole answer. */
  answerBytes: number
}

/** Asks the same over and over. Returns the CPU time of a request in each slice, in microseconds. */
export async function drive(what: Driven, plan: Plan): Promise<number[]> {
  const wires = Array.from({ length: CONNECTIONS }, () => new Wire(what.server))
  const slices = await slicesOf(plan, (requests) => spin(wires, what, requests))
  for (const wire of wires) wire.destroy()
  return slices
}

/**
 * Runs slices until V8 has settled, then those that count. A slice is a number of rounds, told from the one before it:
 * nobody looks at the clock on the way, which costs as much as several requests.
 */
export async function slicesOf(
  plan: Plan,
  run: (count: number) => Promise<number>,
): Promise<number[]> {
  let each = await run(FIRST)
  const slice = async () => {
    each = await run(Math.max(FIRST, Math.round((plan.sliceMs * 1000) / each)))
    return each
  }
  const [least, most] = [plan.warmUpMs.least / plan.sliceMs, plan.warmUpMs.most / plan.sliceMs]
  const warmUp: number[] = []
  while (warmUp.length < least) warmUp.push(await slice())
  // On a busy machine the compiler's thread waits its turn as well.
  while (warmUp.length < most && isSettling(warmUp)) warmUp.push(await slice())

  const slices: number[] = []
  while (slices.length < plan.slices) slices.push(await slice())
  return slices
}

/** How many are done at least. */
const FIRST = 16

/** Whether the last slices are still faster than those before them. */
export function isSettling(slices: readonly number[]): boolean {
  const [before, now] = [slices.slice(-8, -4), slices.slice(-4)]
  return before.length < 4 || median(now) < median(before) * 0.97
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
