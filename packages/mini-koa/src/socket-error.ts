/**
 * Hearing of a connection that breaks while its response is still under way.
 *
 * Koa asks `on-finished` to tell it when a response is over, once a request, and makes use of a single case:
 * that the socket has failed. Here a socket is listened to once in its life and remembers whose turn it is.
 * That is fast because a request on a kept connection costs one object and one listener instead of five, and it
 * is enough because HTTP/1 writes one response at a time.
 *
 * @module
 * @upstream koa/lib/application.js#handleRequest
 */
import { AsyncResource } from 'node:async_hooks'
import { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import onFinished from 'on-finished'

type Listener = (err: Error | null) => void

const WATCH = Symbol('mini-koa#watch')

/** The watch on a socket; `null` between responses. */
type Watched = Socket & { [WATCH]?: Watch | null }

/**
 * Calls `listener` with the error of a socket that fails before `res` is finished. Other ends of a response
 * may or may not be told of, without an error.
 *
 * @upstream koa/lib/application.js#handleRequest
 */
export function onSocketError(res: ServerResponse, listener: Listener): void {
  const socket: Watched | null = res.socket
  // A pipelined response still waits for its socket; HTTP/2 has streams in the place of sockets.
  if (!socket || !(res instanceof ServerResponse)) {
    onFinished(res, listener)
    return
  }
  if (res.writableEnded || !socket.writable) return
  const before = socket[WATCH]
  if (before === undefined) socket.on('error', tell)
  if (before?.res !== res) res.on('finish', forget)
  socket[WATCH] = new Watch(res, listener, before?.res === res ? before : undefined)
}

function tell(this: Watched, err: Error): void {
  const watch = this[WATCH]
  this[WATCH] = null
  watch?.tell(err)
}

/** A finished response is not told of anything, and an idle connection does not hold on to it. */
function forget(this: ServerResponse): void {
  // In a cloud function a response may have a socket of a kind while its request has none.
  const socket: Watched | undefined = this.req.socket
  if (socket?.[WATCH]?.res === this) socket[WATCH] = null
}

/** As an async resource, so that the listener finds the `AsyncLocalStorage` of its request. */
class Watch extends AsyncResource {
  res: ServerResponse
  listener: Listener
  /** Of an app around this one, which answers with the same `res`. */
  outer: Watch | undefined

  constructor(res: ServerResponse, listener: Listener, outer: Watch | undefined) {
    super('onerror')
    this.res = res
    this.listener = listener
    this.outer = outer
  }

  tell(err: Error): void {
    this.outer?.tell(err)
    this.runInAsyncScope(this.listener, null, err)
  }
}
