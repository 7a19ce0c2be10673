/**
 * `express.static`: a folder becomes a middleware. The `send` package knows files, caches and ranges; here is what
 * a middleware must decide: which requests are its own, and which are left to those that follow.
 *
 * @module
 * @upstream serve-static/index.js
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { format } from 'node:url'
import encodeUrl from 'encodeurl'
import escapeHtml from 'escape-html'
import parseurl from 'parseurl'
import send from 'send'
import type { FileOptions } from './send-file.ts'
import { onTopOf } from './utils.ts'

/** How a folder is served. */
export interface ServeStaticOptions<Res extends ServerResponse = ServerResponse>
  extends Omit<FileOptions, 'root' | 'start' | 'end' | 'extensions'> {
  /** Extensions to try where there is no such file. Defaults to `false`. */
  extensions?: string[] | false | undefined
  /** Whether what is not here (and any method but `GET` and `HEAD`) is left to others. Defaults to `true`. */
  fallthrough?: boolean | undefined
  /** Whether a folder without a trailing slash is redirected to the one with it. Defaults to `true`. */
  redirect?: boolean | undefined
  /** Sets headers of its own, at once, when a file is found. `stat` is an `fs.Stats`. */
  // biome-ignore lint/suspicious/noExplicitAny: as in `@types/serve-static`
  setHeaders?: ((res: Res, path: string, stat: any) => any) | undefined
}

/** A middleware for Express, and for a plain server of Node's. */
export type StaticHandler<Res extends ServerResponse = ServerResponse> = (
  req: IncomingMessage,
  res: Res,
  next: (err?: unknown) => void,
) => void

/**
 * Makes a middleware that answers with the files of a folder.
 *
 * @example
 * ```ts
 * app.use('/assets', express.static('public', { maxAge: '1 day' }))
 * ```
 * @param root - The folder; a relative one starts from the working directory.
 * @throws TypeError without a root, or for a `setHeaders` that is no function.
 * @upstream serve-static/index.js#serveStatic
 */
function serveStatic<Res extends ServerResponse = ServerResponse>(
  root: string,
  options?: ServeStaticOptions<Res> | null,
): StaticHandler<Res> {
  const wanted = sendOptions(root, options)
  const { fallthrough, redirect, setHeaders } = options ?? {}
  return function serveStatic(req, res, next) {
    const fallsThrough = fallthrough !== false
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      if (fallsThrough) next()
      else refuseMethod(res)
      return
    }
    // Nothing is left to others once the file is found.
    let isOurs = !fallsThrough
    const file = send(req, pathOf(req), wanted)
    file.on('directory', () => {
      if (redirect === false || file.hasTrailingSlash()) file.error(404)
      else redirectToFolder(req, res)
    })
    if (setHeaders) file.on('headers', setHeaders)
    file.on('file', () => (isOurs = true))
    file.on('error', (err) => (isOurs || !(err.statusCode < 500) ? next(err) : next()))
    file.pipe(res)
  }
}

export { serveStatic, serveStatic as default, serveStatic as 'module.exports' }

type SendOptions = NonNullable<Parameters<typeof send>[2]>

function sendOptions<Res extends ServerResponse>(
  root: unknown,
  options: ServeStaticOptions<Res> | null | undefined,
): SendOptions {
  if (!root) throw new TypeError('root path required')
  if (typeof root !== 'string') throw new TypeError('root path must be a string')
  const { setHeaders } = options ?? {}
  if (setHeaders && typeof setHeaders !== 'function') {
    throw new TypeError('option setHeaders must be function')
  }
  return onTopOf<SendOptions>(options, { root: resolve(root) })
}

function refuseMethod(res: ServerResponse): void {
  res.statusCode = 405
  res.setHeader('Allow', 'GET, HEAD')
  res.setHeader('Content-Length', '0')
  res.end()
}

/** A mount path without its slash (`/assets`) is to be redirected as any folder is, though here it reads `/`. */
function pathOf(req: IncomingMessage): string {
  const path = parseurl(req)?.pathname as string
  const isMountPath = path === '/' && !parseurl.original(req)?.pathname?.endsWith('/')
  return isMountPath ? '' : path
}

function redirectToFolder(req: IncomingMessage, res: ServerResponse): void {
  const url = parseurl.original(req)
  // A browser takes `//host/` for another host.
  const pathname = `${url?.pathname}/`.replace(/^\/+/, '/')
  const location = encodeUrl(format({ ...url, pathname }))
  const page = redirectPage(escapeHtml(location))
  res.statusCode = 301
  res.setHeader('Content-Type', 'text/html; charset=UTF-8')
  res.setHeader('Content-Length', Buffer.byteLength(page))
  res.setHeader('Content-Security-Policy', "default-src 'none'")
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Location', location)
  res.end(page)
}

function redirectPage(location: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Redirecting</title>
</head>
<body>
<pre>Redirecting to ${location}</pre>
</body>
</html>
`
}
