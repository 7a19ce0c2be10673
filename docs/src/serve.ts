/**
 * The site on loopback.
 *
 * @module
 */
import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'vitepress'
import { DOCS } from './paths.ts'

/** A site being served. */
export interface Site {
  /** `http://localhost:5173/` */
  address: string
  close(): Promise<void>
}

/** Serves the site on `port`, or on the next one that is free. */
export async function serveSite(port: number): Promise<Site> {
  const server = await createServer(DOCS, { port })
  await server.listen()
  const { port: taken } = (server.httpServer as Server).address() as AddressInfo
  return { address: `http://localhost:${taken}/`, close: () => server.close() }
}
