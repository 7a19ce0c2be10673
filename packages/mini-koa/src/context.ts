/**
 * `ctx`: what every middleware gets. A little of its own; the rest is said of request or response.
 *
 * @module
 * @upstream koa/lib/context.js
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { format, inspect } from 'node:util'
import Cookies from 'cookies'
import httpAssert from 'http-assert'
import createError from 'http-errors'
import statuses from 'statuses'
import type { Application } from './application.ts'
import { delegate } from './delegate.ts'
import type { Request } from './request.ts'
import type { Response } from './response.ts'
import type { ParsedQuery } from './search-params.ts'
import type { DefaultState } from './types.ts'

const COOKIES = Symbol('context#cookies')

/** What `ctx` takes from `ctx.response`. */
const RESPONSE = {
  methods: [
    'attachment',
    'redirect',
    'remove',
    'vary',
    'has',
    'set',
    'append',
    'flushHeaders',
    'back',
  ],
  access: ['status', 'message', 'body', 'length', 'type', 'lastModified', 'etag'],
  getters: ['headerSent', 'writable'],
} as const

/** What `ctx` takes from `ctx.request`. */
const REQUEST = {
  methods: ['acceptsLanguages', 'acceptsEncodings', 'acceptsCharsets', 'accepts', 'get', 'is'],
  access: [
    'querystring',
    'idempotent',
    'socket',
    'search',
    'method',
    'query',
    'path',
    'url',
    'accept',
  ],
  getters: [
    'origin',
    'href',
    'subdomains',
    'protocol',
    'host',
    'hostname',
    'URL',
    'header',
    'headers',
    'secure',
    'stale',
    'fresh',
    'ips',
    'ip',
  ],
} as const

/** The names in one of the tables. */
type Names<Table extends Record<string, readonly string[]>> = Table[keyof Table][number]

/** The members that stand on the context and are its request's or its response's. */
export interface Delegated
  extends Pick<Response, Exclude<Names<typeof RESPONSE>, 'lastModified'>>,
    Pick<Request, Exclude<Names<typeof REQUEST>, 'query'>> {
  // `Pick` would forget that these may be set to more than they give.
  get lastModified(): Date | undefined
  set lastModified(date: Date | string)
  get query(): ParsedQuery
  set query(query: object)
}

/** What a middleware gets. `State` is what travels in `ctx.state`. */
// biome-ignore lint/correctness/noUnusedVariables: an interface that merges with a class repeats its parameters
export interface Context<State = DefaultState> extends Delegated {}

/**
 * What a middleware gets: Node's two messages, Koa's two views of them, and what both sides share.
 *
 * @upstream koa/lib/context.js
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: `delegate` below defines what the interface promises
export class Context<State = DefaultState> {
  declare app: Application<State>
  declare req: IncomingMessage
  declare res: ServerResponse
  declare request: Request
  declare response: Response
  /** For whatever middleware have to tell each other. */
  declare state: State
  /** The target as it came, whatever has been made of `url` since. */
  declare originalUrl: string
  /** `false`: somebody else answers through `res`, and Koa keeps its hands off. */
  declare respond?: boolean

  /** Throws an HTTP error unless a value holds: `ctx.assert(user, 401, 'Please log in')`. */
  declare assert: typeof httpAssert
  declare private [COOKIES]?: Cookies

  /**
   * Throws an HTTP error: `ctx.throw(403)`, `ctx.throw(400, 'name required', { user })`.
   *
   * @upstream koa/lib/context.js#throw
   */
  throw(...args: (number | createError.UnknownError)[]): never {
    throw createError(...(args as createError.UnknownError[]))
  }

  /**
   * The last resort for an error on this request: tells the app, then answers with the error's status,
   * and with its message where that is meant to be seen. Nothing happens without an error.
   *
   * @upstream koa/lib/context.js#onerror
   * @counterpart mini-express/src/final-handler.ts
   */
  onerror(thrown?: unknown): void {
    if (thrown == null) return
    const err = asError(thrown)
    const tooLate = this.headerSent || !this.writable
    if (tooLate) err.headerSent = true

    this.app.emit('error', err, this)
    if (tooLate) return

    startOver(this as Context, err.headers)
    answer(this as Context, err)
  }

  /** The request's cookies to read, the response's to set; signed with `app.keys`. */
  get cookies(): Cookies {
    this[COOKIES] ??= new Cookies(this.req, this.res, {
      keys: this.app.keys,
      secure: this.request.secure,
    } as Cookies.Option)
    return this[COOKIES]
  }

  set cookies(cookies: Cookies) {
    this[COOKIES] = cookies
  }

  /** What `util.inspect` shows; of the prototype, the prototype. */
  inspect(): object {
    return Object.hasOwn(this, 'req') ? this.toJSON() : this
  }

  /** Both messages and the app as plain values; Node's own objects only by name. */
  toJSON(): object {
    return {
      request: this.request.toJSON(),
      response: this.response.toJSON(),
      app: this.app.toJSON(),
      originalUrl: this.originalUrl,
      req: '<original node req>',
      res: '<original node res>',
      socket: '<original node socket>',
    }
  }

  [inspect.custom](): object {
    return this.inspect()
  }
}

Context.prototype.assert = httpAssert
delegate(Context.prototype, 'response', RESPONSE)
delegate(Context.prototype, 'request', REQUEST)

/** An error with what Koa reads from it and writes to it. */
interface KoaError extends Error {
  status?: number
  statusCode?: number
  /** Whether the message is meant for the client. */
  expose?: boolean
  headers?: Readonly<Record<string, string>>
  /** Set by Koa when it is too late to answer. */
  headerSent?: boolean
}

/** An error of another realm is no `instanceof Error`, but says what it is. */
export function isNativeError(value: unknown): value is Error {
  return Object.prototype.toString.call(value) === '[object Error]' || value instanceof Error
}

function asError(thrown: unknown): KoaError {
  return isNativeError(thrown) ? thrown : new Error(format('non-error thrown: %j', thrown))
}

/** Headers set for the answer that failed are gone; the error may bring its own. */
function startOver(ctx: Context, headers: Readonly<Record<string, string>> = {}): void {
  const set = ctx.res.getHeaderNames?.() ?? Object.keys(ctx.response.headers)
  for (const name of set) ctx.res.removeHeader(name)
  for (const [name, value] of Object.entries(headers)) {
    if (!/^content-(type|length)$/i.test(name)) ctx.set(name, value)
  }
}

function answer(ctx: Context, err: KoaError): void {
  const wanted = err.status || err.statusCode
  const status = typeof wanted === 'number' && statuses.message[wanted] ? wanted : 500
  const message = err.expose ? err.message : (statuses.message[status] as string)
  ctx.type = 'text'
  ctx.status = err.status = status
  ctx.length = Buffer.byteLength(message)
  ctx.res.end(message)
}
