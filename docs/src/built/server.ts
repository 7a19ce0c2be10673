/**
 * The built site on loopback. VitePress's own server first makes all pages of routes again, and then compresses every
 * answer as hard as it can: that took most of the time of the browser tests.
 *
 * @module
 */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { BuiltSite } from './site.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** A site being served. */
export interface ServedSite {
  /** `http://127.0.0.1:40000` */
  origin: string
  /** Its home page. */
  home: string
  close(): Promise<void>
}

/** Serves the site below its base, as a host of static files does. */
export async function serveBuilt({ folder, base }: BuiltSite): Promise<ServedSite> {
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://site')
    const file = pathname.startsWith(base) && fileFor(folder, pathname.slice(base.length))
    const found = file || path.join(folder, '404.html')
    res.statusCode = file ? 200 : 404
    res.setHeader('content-type', TYPES[path.extname(found)] ?? 'application/octet-stream')
    createReadStream(found).pipe(res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    home: origin + base,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** `guide/stack` is `guide/stack.html`; nothing above the folder is looked for. */
function fileFor(folder: string, address: string): string | undefined {
  const wanted = path.join(folder, decodeURIComponent(address))
  const candidates = [wanted, `${wanted}.html`, path.join(wanted, 'index.html')]
  return candidates.find(
    (file) => file.startsWith(folder) && existsSync(file) && statSync(file).isFile(),
  )
}
