/**
 * A file becomes the answer. The `send` package reads it and knows caches and ranges; what is left for us is to
 * say when it was over, and how.
 *
 * @module
 * @upstream express/lib/response.js#sendFile
 */
import { basename, isAbsolute, resolve } from 'node:path'
import { create as contentDisposition } from 'content-disposition'
import onFinished from 'on-finished'
import send, { type SendStream } from 'send'
import type { Response } from './response.ts'
import type { NextFunction } from './types.ts'
import { once, onTopOf } from './utils.ts'

/** How a file is sent. */
export interface FileOptions {
  /** The folder that relative paths start from, and that none may leave. */
  root?: string | undefined
  /** How long it may be cached: milliseconds, or words such as `2 days`. Defaults to 0. */
  maxAge?: number | string | undefined
  /** Whether a cache that holds the file need not ask for it as long as `maxAge`. Defaults to `false`. */
  immutable?: boolean | undefined
  /** Whether to set `Cache-Control`; without it `maxAge` and `immutable` say nothing. Defaults to `true`. */
  cacheControl?: boolean | undefined
  /** Whether to set `Last-Modified`. Defaults to `true`. */
  lastModified?: boolean | undefined
  /** Whether to set `ETag`. Defaults to `true`; for `res.sendFile` the setting `etag` decides. */
  etag?: boolean | undefined
  /** Whether parts may be asked for by `Range`. Defaults to `true`. */
  acceptRanges?: boolean | undefined
  /** What becomes of names that begin with a dot: sent, 403, or 404. Defaults to `ignore`. */
  dotfiles?: 'allow' | 'deny' | 'ignore' | undefined
  /** Extensions to try where there is no such file. Defaults to `false`. */
  extensions?: string[] | string | boolean | undefined
  /** What stands for a folder. Defaults to `index.html`. */
  index?: string[] | string | boolean | undefined
  /** Offset of the first byte. Defaults to 0. */
  start?: number | undefined
  /** Offset of the last byte, which is sent too. Defaults to that of the file. */
  end?: number | undefined
}

/** How `res.sendFile` and `res.download` send a file. */
export interface SendFileOptions extends FileOptions {
  /** Set when the file is found, in place of those that `send` would set. */
  headers?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Told when the file is sent, or why it was not: `err.code` is `EISDIR` for a folder, `ECONNABORTED` for a
 * client that left.
 */
// biome-ignore lint/suspicious/noExplicitAny: errors of the file system, of HTTP and of Node, as in `@types/express`
export type FileCallback = (err?: any) => void

/**
 * Answers with a file. Without a callback, what goes wrong is passed on; a folder goes on as if nothing was there.
 *
 * @throws TypeError without a path, or for a relative one without a root.
 * @upstream express/lib/response.js#sendFile
 */
export function sendFile(
  res: Response,
  path: string,
  options: SendFileOptions | FileCallback | null | undefined,
  callback?: FileCallback,
): void {
  if (typeof options === 'function') {
    sendFile(res, path, {}, options)
    return
  }
  const wanted = options || {}
  checkPath(path, wanted)
  const next = res.req.next as NextFunction
  const file = send(res.req, encodeURI(path), onTopOf(wanted, { etag: res.app.enabled('etag') }))
  transfer(res, file, wanted.headers, callback || ((err) => passOn(err, next)))
}

/**
 * The arguments of `res.download`, as `res.sendFile` takes them: the header that has the client save the file, and
 * an absolute path unless there is a root.
 *
 * @upstream express/lib/response.js#download
 */
export function readDownloadArguments(
  path: string,
  ...args: unknown[]
): [path: string, options: SendFileOptions, callback: FileCallback | undefined] {
  const at = args.slice(0, 2).findIndex((arg) => typeof arg === 'function')
  const callback = (at < 0 ? args[2] : args[at]) as FileCallback | undefined
  const [first, second] = at < 0 ? args : args.slice(0, at)
  // A file name may be left out.
  const takesName = typeof first !== 'object' || second !== undefined
  const [name, options] = takesName ? [first, second] : [undefined, first]
  const given = (options || null) as SendFileOptions | null

  const disposition = contentDisposition(basename((name || path) as string))
  const headers = {
    'Content-Disposition': disposition,
    ...withoutDisposition(given?.headers ?? {}),
  }
  const wanted = onTopOf(given, { headers })
  return [wanted.root ? path : resolve(path), wanted, callback]
}

function withoutDisposition(headers: object): object {
  const kept = Object.entries(headers).filter(([name]) => !/^content-disposition$/i.test(name))
  return Object.fromEntries(kept)
}

function checkPath(path: unknown, { root }: SendFileOptions): void {
  if (!path) throw new TypeError('path argument is required to res.sendFile')
  if (typeof path !== 'string') throw new TypeError('path must be a string to res.sendFile')
  if (!root && !isAbsolute(path)) {
    throw new TypeError('path must be absolute or specify root to res.sendFile')
  }
}

/** Nobody is left to be told that the client left. */
function passOn(err: NodeJS.ErrnoException | undefined, next: NextFunction): void {
  if (err?.code === 'EISDIR') next()
  else if (err && err.code !== 'ECONNABORTED' && err.syscall !== 'write') next(err)
}

/** Tells once how it ended: by the file or by the connection, whichever was first. */
function transfer(
  res: Response,
  file: SendStream,
  headers: object | undefined,
  callback: FileCallback,
): void {
  const done: FileCallback = once(callback)
  // A file that is found and never read is whole without a body: for `HEAD`, and for 304.
  let isUnread = false
  file.on('file', () => (isUnread = true))
  file.on('stream', () => (isUnread = false))
  file.on('directory', () => done(failure('EISDIR, read', 'EISDIR')))
  file.on('end', () => done())
  file.on('error', done)
  onFinished(res, (err) => {
    if (err) done((err as NodeJS.ErrnoException).code === 'ECONNRESET' ? aborted() : err)
    // The end of the file may come after that of the answer.
    else setImmediate(() => done(isUnread ? undefined : aborted()))
  })
  if (headers) file.on('headers', () => setHeaders(res, headers))
  file.pipe(res)
}

function setHeaders(res: Response, headers: object): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}

function aborted(): Error {
  return failure('Request aborted', 'ECONNABORTED')
}

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code })
}
