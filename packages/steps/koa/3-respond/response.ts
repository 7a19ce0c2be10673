/**
 * A view of Node's response, and the one thing that it keeps: the body, until everybody has seen it.
 *
 * @module
 */
import { type OutgoingHttpHeader, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Readable } from 'node:stream'

/** What can be answered. Anything else is answered as JSON. */
export type Body = string | Buffer | Readable | object | null | undefined

/** What `ctx.response` is. */
export interface Response {
  res: ServerResponse
  status: number
  readonly message: string
  body: Body
  /** Whether somebody has said what status it shall be. */
  explicitStatus?: boolean
  kept: Body
  get(name: string): string
  set(name: string, value: OutgoingHttpHeader): void
  remove(name: string): void
}

/** What every `ctx.response` inherits. */
export const response: Omit<Response, 'res'> & ThisType<Response> = {
  kept: undefined,

  get status() {
    return this.res.statusCode
  },
  set status(status) {
    this.explicitStatus = true
    this.res.statusCode = status
  },

  /** The status in words. */
  get message() {
    return STATUS_CODES[this.status] ?? String(this.status)
  },

  get body() {
    return this.kept
  },
  // #region body
  /** Says what will be answered, and from it the status, the type and the length. */
  set body(body) {
    this.kept = body
    if (body == null) {
      if (!this.explicitStatus) this.status = 204
      for (const name of ['Content-Type', 'Content-Length']) this.remove(name)
      return
    }
    if (!this.explicitStatus) this.status = 200
    this.remove('Content-Length')
    if (!this.get('Content-Type')) this.set('Content-Type', typeOf(body))
    if (typeof body === 'string' || Buffer.isBuffer(body)) {
      this.set('Content-Length', Buffer.byteLength(body))
    }
  },
  // #endregion body

  get(name) {
    return String(this.res.getHeader(name) ?? '')
  },

  set(name, value) {
    this.res.setHeader(name, value)
  },

  remove(name) {
    this.res.removeHeader(name)
  },
}

/** Text that begins with a tag is a page. */
function typeOf(body: string | Buffer | Readable | object): string {
  if (typeof body === 'string')
    return `text/${/^\s*</.test(body) ? 'html' : 'plain'}; charset=utf-8`
  return Buffer.isBuffer(body) || isStream(body)
    ? 'application/octet-stream'
    : 'application/json; charset=utf-8'
}

/** Told by what it can do: a stream may come from another copy of the library that made it. */
export function isStream(body: unknown): body is Readable {
  return typeof (body as Readable | undefined)?.pipe === 'function'
}
