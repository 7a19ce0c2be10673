/**
 * One request over a real socket, and everything the client can tell of what came back.
 *
 * @module
 */
import { stat } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import type { Fate, Observation, RequestSpec } from './observation.ts'
import { ResponseParser } from './parse.ts'
import { methodOf, nameOf, serialize } from './wire.ts'

/** How long silence is waited for unless a request says otherwise, in milliseconds. */
export const PATIENCE = 1000

/** What of an observation can be seen from the client's end of the socket. */
export type Seen = Omit<Observation, 'slips'>

/**
 * Sends one request over a connection of its own and waits for its end: the answer complete, the connection
 * gone, or silence for as long as its patience lasts. A server that misbehaves is an observation, never an error.
 *
 * @param port - On the loopback interface.
 * @param peers - The server's open sockets: they tell at once whether it is about to hang up.
 * @throws Error when there is no server to connect to.
 */
export async function ask(
  spec: RequestSpec,
  port: number,
  peers: ReadonlySet<Socket>,
): Promise<Seen> {
  const exchange = new Exchange(spec, await open(port), peers)
  try {
    return await exchange.run(serialize(spec, `127.0.0.1:${port}`))
  } finally {
    exchange.leave()
  }
}

/** How an exchange came to rest. */
type Rest = 'complete' | 'ended' | 'reset' | 'silent' | 'aborted'

/** One request and its answer. */
class Exchange {
  readonly #spec: RequestSpec
  readonly #socket: Socket
  readonly #peer: () => Socket | undefined
  readonly #patience: number
  readonly #parser: ResponseParser
  /** Whether the server has said that nothing more will come. */
  #ended = false
  #reset = false
  #timer: NodeJS.Timeout | undefined
  #wake: () => void = () => {}

  constructor(spec: RequestSpec, socket: Socket, peers: ReadonlySet<Socket>) {
    const { localPort } = socket
    this.#spec = spec
    this.#socket = socket
    this.#peer = () => [...peers].find(({ remotePort }) => remotePort === localPort)
    this.#patience = spec.patience ?? PATIENCE
    this.#parser = new ResponseParser(methodOf(spec), spec.answers)
  }

  async run(request: Buffer): Promise<Seen> {
    this.#listen()
    const sent = this.#send(request)
    // Waited for only where leaving early would take bytes back: a server need not read all we send.
    if (this.#spec.abort === 'after-request') await sent
    const rest = await this.#untilRest()
    const fate = await this.#fate(rest)
    const { answers, stray } = this.#parser.read(this.#ended)
    return { request: nameOf(this.#spec), answers, stray, fate, patience: this.#patience }
  }

  leave(): void {
    clearTimeout(this.#timer)
    this.#socket.destroy()
  }

  #listen(): void {
    this.#socket
      .on('data', (bytes) => {
        this.#parser.write(bytes)
        this.#wake()
      })
      .on('end', () => {
        this.#ended = true
        this.#wake()
      })
      .on('error', () => {
        this.#reset = true
        this.#wake()
      })
  }

  /** A server that hangs up while we still write is seen by `#listen`: here it only ends the wait. */
  #send(request: Buffer): Promise<void> {
    return new Promise((resolve) => this.#socket.write(request, () => resolve()))
  }

  async #untilRest(): Promise<Rest> {
    if (this.#spec.abort === 'after-request') return 'aborted'
    for (;;) {
      if (this.#parser.isComplete(this.#ended)) return 'complete'
      if (this.#reset) return 'reset'
      if (this.#ended) return 'ended'
      if (this.#spec.abort === 'after-first-byte' && this.#parser.hasBytes) return 'aborted'
      if (!(await this.#news())) return 'silent'
    }
  }

  async #fate(rest: Rest): Promise<Fate> {
    switch (rest) {
      case 'silent':
        return 'no answer'
      case 'aborted':
        return this.#abort()
      case 'complete':
        return this.#fateAfterAnswer()
      default:
        return rest === 'reset' ? 'reset' : 'closed'
    }
  }

  /** Leaves, and waits for the server to notice, so that what it does about it belongs to this request. */
  async #abort(): Promise<Fate> {
    const peer = this.#peer()
    this.#socket.destroy()
    if (peer && !peer.destroyed) {
      await new Promise<void>((resolve) => {
        peer.once('close', resolve)
        this.#timer = setTimeout(resolve, this.#patience)
      })
    }
    await turns()
    await poolTurns()
    return 'aborted'
  }

  /** The server says that it hangs up by a header, or is seen hanging up a few turns after it answered. */
  async #fateAfterAnswer(): Promise<Fate> {
    await turns()
    const peer = this.#peer()
    const leaving = !peer || peer.destroyed || peer.writableEnded || this.#announcesClose()
    while (leaving && !this.#ended && !this.#reset) {
      if (!(await this.#news())) break
    }
    if (this.#reset) return 'reset'
    return this.#ended ? 'closed' : 'kept'
  }

  #announcesClose(): boolean {
    const headers = this.#parser.read().answers.at(-1)?.headers ?? []
    return headers.some(([name, value]) => /^connection$/i.test(name) && /\bclose\b/i.test(value))
  }

  /** Resolves to whether anything happened before our patience was out. */
  #news(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#timer = setTimeout(resolve, this.#patience, false)
      this.#wake = () => {
        clearTimeout(this.#timer)
        resolve(true)
      }
    })
  }
}

/** Event-loop turns after an answer in which a server finishes what belongs to it: no clock is involved. */
const TURNS = 6

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The same for a server that goes on without its client: what it inflates or reads from disk waits in the thread pool. */
async function poolTurns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await stat('/')
  await turns()
}

/** Half-open: the server's end is its own decision, which we want to see. */
function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true })
    socket.once('error', (cause) => {
      reject(new Error(`Nobody listens on 127.0.0.1:${port}`, { cause }))
    })
    socket.once('connect', () => {
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}
