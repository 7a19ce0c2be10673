/**
 * A view of Node's request. It keeps nothing: every answer is read from `req` when somebody asks.
 *
 * @module
 */
import type { IncomingMessage } from 'node:http'

/** What `ctx.request` is. */
export interface Request {
  req: IncomingMessage
  method: string
  url: string
  readonly path: string
  readonly querystring: string
  get(name: string): string
}

/** What every `ctx.request` inherits. */
export const request: Omit<Request, 'req'> & ThisType<Request> = {
  get method() {
    return this.req.method as string
  },
  set method(method) {
    this.req.method = method
  },

  get url() {
    return this.req.url as string
  },
  set url(url) {
    this.req.url = url
  },

  get path() {
    return this.url.split('?', 1)[0] as string
  },

  get querystring() {
    return this.url.slice(this.path.length + 1)
  },

  /** A header, or nothing: `''`, so that it can be asked further. */
  get(name) {
    return String(this.req.headers[name.toLowerCase()] ?? '')
  },
}
