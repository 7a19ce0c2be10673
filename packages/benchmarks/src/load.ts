/**
 * Requests over loopback sockets, as many as a server can take.
 *
 * The client knows how long an answer is and only counts bytes, so that it is never the one that is waited for.
 *
 * @module
 */
import { connect, type Socket } from 'node:net'
import { isWhole } from './answer.ts'

/** How long, and how many at once. */
export interface LoadPlan {
  warmUpMs: number
  ms: number
  connections: number
}

/** What is asked, where. */
export interface Target {
  port: number
  request: Buffer
  answerBytes: number
}

/** A load under way. */
export interface Load {
  /** Whole answers so far. */
  readonly answers: number
  /** What went wrong with a connection, if anything did. */
  readonly failure: Error | undefined
  stop(): void
}

/** Asks the same over and over on kept connections. */
export function load({ port, request, answerBytes }: Target, connections: number): Load {
  const sockets: Socket[] = []
  const state = { answers: 0, failure: undefined as Error | undefined }
  for (let count = 0; count < connections; count += 1) {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let received = 0
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      received += chunk.length
      if (received < answerBytes) return
      received = 0
      state.answers += 1
      socket.write(request)
    })
    socket.on('error', (err) => {
      state.failure ??= err
    })
    sockets.push(socket)
  }
  return Object.assign(state, {
    stop() {
      for (const socket of sockets) socket.destroy()
    },
  })
}

/** Asks once over a socket of its own. Returns the bytes of the whole answer. */
export function fetchOnce(port: number, request: Buffer): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1', () => socket.write(request))
  return new Promise<Buffer>((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk])
      if (isWhole(bytes)) resolve(bytes)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`no whole answer, but ${inspectBytes(bytes)}`)))
  }).finally(() => socket.destroy())
}

function inspectBytes(bytes: Buffer): string {
  return bytes.length === 0 ? 'no bytes at all' : JSON.stringify(bytes.toString('latin1'))
}
