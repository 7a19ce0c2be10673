/**
 * What a middleware gets: Node's two messages, Koa's two views of them, and what all middleware share.
 *
 * @module
 */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import createError from 'http-errors'
import type { Request } from '../2-context/request.ts'
import type { Response } from '../3-respond/response.ts'
import type { Koa } from './koa.ts'

/** One for each request. It inherits from `app.context`: what is added there, every middleware has. */
export interface Context {
  app: Koa
  req: IncomingMessage
  res: ServerResponse
  request: Request
  response: Response
  /** For middleware to tell each other things. */
  state: Record<string, unknown>
  /** Throws an error that knows its status. */
  throw(status: number, message?: string): never
  /** The last resort for an error on this request. */
  onerror(err: unknown): void
}

/** An error that knows how it wants to be answered. */
export interface HttpError extends Error {
  status?: number
  /** Whether the client may read the message: for 4xx it is at fault, for 5xx we are. */
  expose?: boolean
}

/** What every context inherits, in every app. */
export const context = {
  throw(status, message) {
    throw message === undefined ? createError(status) : createError(status, message)
  },

  onerror(thrown) {
    const { app, res } = this
    const err: HttpError =
      thrown instanceof Error ? thrown : new Error(`non-error thrown: ${JSON.stringify(thrown)}`)
    app.emit('error', err, this)
    // Half an answer is out: nothing can be mended.
    if (res.headersSent) return

    // What was said of the answer that failed is not true of this one.
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    res.statusCode = statusOf(err)
    const message = err.expose ? err.message : (STATUS_CODES[res.statusCode] as string)
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.setHeader('Content-Length', Buffer.byteLength(message))
    res.end(message)
  },
} as Pick<Context, 'throw' | 'onerror'> & ThisType<Context> as Context

function statusOf({ status }: HttpError): number {
  return status && STATUS_CODES[status] ? status : 500
}
