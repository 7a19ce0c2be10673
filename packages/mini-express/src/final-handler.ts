/**
 * The last resort: nobody answered, or an error nobody took.
 *
 * @module
 * @upstream finalhandler/index.js
 * @counterpart mini-koa/src/context.ts#onerror
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import encodeUrl from 'encodeurl'
import escapeHtml from 'escape-html'
import onFinished from 'on-finished'
import parseurl from 'parseurl'
import statuses from 'statuses'

/** How an error is answered, and who hears of it. */
export interface FinalHandlerOptions {
  /** `production`: the client is told the status in words, not the stack. Defaults to `NODE_ENV`. */
  env?: string | undefined
  /** Called in a later turn, after the answer was begun. */
  onerror?: ((err: unknown, req: IncomingMessage, res: ServerResponse) => void) | undefined
}

/** What is read from whatever was thrown. */
interface Thrown {
  status?: unknown
  statusCode?: unknown
  headers?: unknown
  stack?: unknown
}

/** What will be answered. */
interface Ending {
  status: number
  message: string
  headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Makes the function with which a walk ends: 404 without an error, the error's status or 500 with one. Where
 * an answer has begun already, a missing one is no matter, and an error cuts the connection.
 *
 * @upstream finalhandler/index.js#finalhandler
 */
export function finalHandler(
  req: IncomingMessage,
  res: ServerResponse,
  { env, onerror }: FinalHandlerOptions = {},
): (err?: unknown) => void {
  const environment = env || process.env['NODE_ENV'] || 'development'
  return (err) => {
    if (!err && res.headersSent) return
    const ending = err ? endingOf(err as Thrown, res, environment) : notFound(req)
    if (err && onerror) setImmediate(onerror, err, req, res)
    if (res.headersSent) req.socket?.destroy()
    else send(req, res, ending)
  }
}

function notFound(req: IncomingMessage): Ending {
  return { status: 404, message: `Cannot ${req.method} ${encodeUrl(resourceName(req))}` }
}

function endingOf(err: Thrown, res: ServerResponse, env: string): Ending {
  const own = [err.status, err.statusCode].find(isErrorStatus)
  const status = own ?? (isErrorStatus(res.statusCode) ? res.statusCode : 500)
  const message = messageOf(err, status, env)
  const { headers } = err
  // Headers are those of the error's own status.
  const named = own !== undefined && typeof headers === 'object' && headers !== null
  return named ? { status, message, headers: headers as Ending['headers'] } : { status, message }
}

function isErrorStatus(status: unknown): status is number {
  return typeof status === 'number' && status >= 400 && status < 600
}

function messageOf(err: Thrown, status: number, env: string): string {
  const told = env === 'production' ? '' : err.stack || textOf(err)
  return (told as string) || (statuses.message[status] as string)
}

/** An object without a prototype has no words for itself. */
function textOf(err: Thrown): string | undefined {
  return typeof err.toString === 'function' ? err.toString() : undefined
}

/** Before any router took something off the URL. */
function resourceName(req: IncomingMessage): string {
  try {
    const url = parseurl.original(req)
    return url ? String(url.pathname) : 'resource'
  } catch {
    return 'resource'
  }
}

/** The request is read to its end first: an answer before that would break a client that is still writing. */
function send(req: IncomingMessage, res: ServerResponse, ending: Ending): void {
  if (onFinished.isFinished(req)) {
    write(req, res, ending)
    return
  }
  req.unpipe()
  onFinished(req, () => write(req, res, ending))
  req.resume()
}

/** What the answer that failed said of its content is no longer true. */
const CONTENT_HEADERS = ['Content-Encoding', 'Content-Language', 'Content-Range']

function write(
  req: IncomingMessage,
  res: ServerResponse,
  { status, message, headers }: Ending,
): void {
  const body = page(message)
  res.statusCode = status
  if (req.httpVersionMajor < 2) res.statusMessage = statuses.message[status] as string

  for (const name of CONTENT_HEADERS) res.removeHeader(name)
  for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value)
  res.setHeader('Content-Security-Policy', "default-src 'none'")
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.setHeader('Content-Length', Buffer.byteLength(body))
  if (req.method === 'HEAD') res.end()
  else res.end(body, 'utf8')
}

/** @upstream finalhandler/index.js#createHtmlDocument */
function page(message: string): string {
  const text = escapeHtml(message).replaceAll('\n', '<br>').replaceAll('  ', ' &nbsp;')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>${text}</pre>
</body>
</html>
`
}
