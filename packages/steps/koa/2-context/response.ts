/**
 * A view of Node's response. It keeps nothing: what is set is set on `res`.
 *
 * @module
 */
import { type OutgoingHttpHeader, type ServerResponse, STATUS_CODES } from 'node:http'

/** What `ctx.response` is. */
export interface Response {
  res: ServerResponse
  status: number
  readonly message: string
  get(name: string): string
  set(name: string, value: OutgoingHttpHeader): void
}

/** What every `ctx.response` inherits. */
export const response: Omit<Response, 'res'> & ThisType<Response> = {
  get status() {
    return this.res.statusCode
  },
  set status(status) {
    this.res.statusCode = status
  },

  /** The status in words. */
  get message() {
    return STATUS_CODES[this.status] ?? String(this.status)
  },

  get(name) {
    return String(this.res.getHeader(name) ?? '')
  },

  set(name, value) {
    this.res.setHeader(name, value)
  },
}
