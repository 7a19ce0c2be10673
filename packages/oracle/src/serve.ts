/**
 * A server on a free loopback port, for as long as it is asked.
 *
 * @module
 */
import { once } from 'node:events'
import { createServer, type RequestListener, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { ask, PATIENCE } from './ask.ts'
import type { Observation, RequestSpec } from './observation.ts'
import { collectSlips } from './slips.ts'

/** Anything with `listen(port, host)`: an app of either framework, or a plain server. */
export interface Listenable {
  listen(port: number, host: string): unknown
}

/** What can be asked: an app, a server, or a bare request listener. */
export type Target = Listenable | RequestListener

/** A running server and how to ask it. */
export interface Served {
  readonly server: Server
  readonly port: number
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Sends one request and observes what comes of it. One at a time: observations wait for each other. */
  ask(request: RequestSpec): Promise<Observation>
  /**
   * Lets a client of another kind visit the server (a WebSocket, a browser that follows redirects) and observes
   * what it tells. What it throws is thrown: a visit that failed is no observation.
   */
  visit(name: string, client: () => Promise<readonly string[]>): Promise<Observation>
  /** Ends the server and every connection. Can be called twice. */
  close(): Promise<void>
}

/**
 * Starts a target on a port of 127.0.0.1, on any that is free unless one is named. What has a `listen` is asked to listen, since that is what
 * its users call, even where it is a function too.
 *
 * @throws TypeError for something that is no server, Error for one that cannot listen.
 */
export async function serve(target: Target, wanted = 0): Promise<Served> {
  const server = start(target, wanted)
  const peers = trackPeers(server)
  await listening(server)
  const { port } = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  return {
    server,
    port,
    origin: `http://127.0.0.1:${port}`,
    async ask(request) {
      const { value, slips } = await collectSlips(async () => {
        const seen = await ask(request, port, peers)
        if (request.linger) await setTimeout(request.linger)
        return seen
      })
      return { ...value, slips }
    },
    async visit(name, client) {
      const { value, slips } = await collectSlips(client)
      return { ...VISITED, answers: [], request: name, told: value, slips }
    },
    close() {
      closing ??= close(server, peers)
      return closing
    },
  }
}

/** A visit has no answer of its own on a connection of ours. */
const VISITED = { stray: new Uint8Array(), fate: 'visited', patience: PATIENCE } as const

/** Starts a target, asks it these requests in order, and ends it. */
export async function observeAll(
  target: Target,
  requests: readonly RequestSpec[],
): Promise<Observation[]> {
  const served = await serve(target)
  try {
    const observations: Observation[] = []
    for (const request of requests) observations.push(await served.ask(request))
    return observations
  } finally {
    await served.close()
  }
}

/** Starts a target, asks it one request, and ends it. */
export async function observe(target: Target, request: RequestSpec = {}): Promise<Observation> {
  const [observation] = await observeAll(target, [request])
  return observation as Observation
}

function start(target: Target, port: number): Server {
  if ('listen' in target && typeof target.listen === 'function') {
    const server = target.listen(port, '127.0.0.1')
    if (server instanceof Server) return server
    throw new TypeError('The target’s listen() must return an http.Server')
  }
  if (typeof target === 'function') return createServer(target).listen(port, '127.0.0.1')
  throw new TypeError('The target must be a request listener or have a listen() method')
}

function trackPeers(server: Server): Set<Socket> {
  const peers = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    peers.add(socket)
    socket.once('close', () => peers.delete(socket))
  })
  return peers
}

async function listening(server: Server): Promise<void> {
  if (server.listening) return
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (cause) =>
      reject(new Error(`The target cannot listen: ${cause.message}`, { cause })),
    )
  })
}

/** A program may have closed its server itself: that ends the listening, not the connections. */
async function close(server: Server, peers: ReadonlySet<Socket>): Promise<void> {
  const gone = [...peers].map((peer) => once(peer, 'close'))
  const silent = server.listening
    ? new Promise<unknown>((resolve) => server.close(resolve))
    : undefined
  for (const peer of peers) peer.destroy()
  await Promise.all([silent, ...gone])
}
