/**
 * What every response inherits.
 *
 * @module
 */
import { ServerResponse } from 'node:http'
import type { Application } from './express.ts'

/** What can be answered. Anything else is answered as JSON. */
export type Body = string | Buffer | object | number | boolean | null

/** A response in an app. */
export interface Response extends ServerResponse {
  app: Application
  status(code: number): this
  set(name: string, value: string): this
  get(name: string): string | undefined
  send(body: Body): this
  json(value: unknown): this
}

/** What `app.response` inherits. */
export const response: Response = Object.assign(Object.create(ServerResponse.prototype), {
  status(code) {
    this.statusCode = code
    return this
  },

  set(name, value) {
    this.setHeader(name, value)
    return this
  },

  get(name) {
    return this.getHeader(name) as string | undefined
  },

  // #region send
  /** Answers, at once, with a type and a length that follow from the value. */
  send(body) {
    if (body !== null && typeof body !== 'string' && !Buffer.isBuffer(body)) return this.json(body)
    if (body !== null && !this.get('Content-Type')) this.set('Content-Type', typeOf(body))
    const bytes = Buffer.from(body ?? '')
    this.set('Content-Length', String(bytes.length))
    this.end(this.req.method === 'HEAD' ? undefined : bytes)
    return this
  },
  // #endregion send

  json(value) {
    if (!this.get('Content-Type')) this.set('Content-Type', 'application/json; charset=utf-8')
    return this.send(JSON.stringify(value))
  },
} as Pick<Response, 'status' | 'set' | 'get' | 'send' | 'json'> & ThisType<Response>)

/** A string is a page, a buffer is bytes. */
function typeOf(body: string | Buffer): string {
  return typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream'
}
