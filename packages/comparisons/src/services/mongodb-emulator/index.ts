/**
 * A stand-in for MongoDB where there is none: the wire protocol in front of documents in memory.
 *
 * An emulator, and called so in every output. It knows what an application of a topic's size asks: CRUD, cursors,
 * aggregation, unique indexes. No sessions, transactions, replication or authentication.
 *
 * @module
 */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { StartedService } from '../service.ts'
import { Commands } from './commands.ts'
import { converse } from './wire.ts'

/** Starts an empty emulator on a free port of the loopback interface. */
export async function startEmulator(): Promise<StartedService> {
  const { answer } = new Commands()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    converse(socket, answer)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `mongodb://127.0.0.1:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
