/**
 * `ctx`: what every middleware gets. A little of its own; the rest it says of its request or its response.
 *
 * @module
 * @upstream koa/lib/context.js
 * @upstream delegates/index.js
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { format, inspect } from 'node:util'
import Cookies from 'cookies'
import httpAssert from 'http-assert'
import createError from 'http-errors'
import statuses from 'statuses'
import type { Application } from './application.ts'
import type { Request } from './request.ts'
import type { Response } from './response.ts'
import type { DefaultState } from './types.ts'

const COOKIES = Symbol('context#cookies')

/**
 * What middleware get: Node's two messages, Koa's two views of them, and what all middleware share.
 *
 * Every context of an app inherits from `app.context`, and that from this class's prototype.
 *
 * @upstream koa/lib/context.js
 */
export class Context {
  declare app: Application
  declare req: IncomingMessage
  declare res: ServerResponse
  declare request: Request
  declare response: Response
  declare state: DefaultState
  /** The target as it came, whatever has been made of `url` since. */
  declare originalUrl: string
  /** `false`: somebody else answers through `res`, and Koa keeps its hands off. */
  declare respond?: boolean | undefined

  /** Throws an HTTP error unless `value` holds: `ctx.assert(user, 401, 'Please log in')`. */
  declare assert: typeof httpAssert
  declare private [COOKIES]?: Cookies

  /**
   * Throws an HTTP error: `ctx.throw(403)`, `ctx.throw(400, 'name required', { user })`.
   *
   * @upstream koa/lib/context.js#throw
   */
  throw(status: number, ...args: createError.UnknownError[]): never
  throw(...args: createError.UnknownError[]): never
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

    startOver(this, err.headers)
    answer(this, err)
  }

  /** The request's cookies to read, the response's to set; signed with `app.keys`. */
  get cookies(): Cookies {
    this[COOKIES] ||= new Cookies(this.req, this.res, {
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
    return this === Context.prototype ? this : this.toJSON()
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

  protected [inspect.custom](): object {
    return this.inspect()
  }
}

/** What `ctx` says of its response and its request. */
export interface Context
  extends Pick<Response, keyof typeof ofResponse>,
    Pick<Request, keyof typeof ofRequest> {}

/** The two that a context speaks for. */
type Speaker = ThisType<{ request: Request; response: Response }>

/** The arguments of a method, all of which are handed on. */
type Args<Owner, Name extends keyof Owner> = Owner[Name] extends (...args: infer A) => unknown
  ? A
  : never

// Each accessor is written out: fast because V8 learns at each place separately, and one `get` shared by all
// members would see a different member every time.

// biome-ignore format: a table
const ofResponse = {
  get status() { return this.response.status }, set status(code) { this.response.status = code },
  get message() { return this.response.message }, set message(text) { this.response.message = text },
  get body() { return this.response.body }, set body(value) { this.response.body = value },
  get length() { return this.response.length }, set length(bytes: number | undefined) { this.response.length = bytes as number },
  get type() { return this.response.type }, set type(type) { this.response.type = type },
  get lastModified() { return this.response.lastModified }, set lastModified(date) { this.response.lastModified = date as Date },
  get etag() { return this.response.etag }, set etag(tag) { this.response.etag = tag },

  get headerSent() { return this.response.headerSent },
  get writable() { return this.response.writable },

  attachment(...args: Args<Response, 'attachment'>) { return this.response.attachment(...args) },
  redirect(...args: Args<Response, 'redirect'>) { return this.response.redirect(...args) },
  remove(...args: Args<Response, 'remove'>) { return this.response.remove(...args) },
  vary(...args: Args<Response, 'vary'>) { return this.response.vary(...args) },
  has(...args: Args<Response, 'has'>) { return this.response.has(...args) },
  set(...args: Args<Response, 'set'>) { return this.response.set(...args) },
  append(...args: Args<Response, 'append'>) { return this.response.append(...args) },
  flushHeaders(...args: Args<Response, 'flushHeaders'>) { return this.response.flushHeaders(...args) },
  back(...args: Args<Response, 'back'>) { return this.response.back(...args) },
} satisfies object & Speaker

// biome-ignore format: a table
const ofRequest = {
  get querystring() { return this.request.querystring }, set querystring(text) { this.request.querystring = text },
  get idempotent() { return this.request.idempotent }, set idempotent(value) { Reflect.set(this.request, 'idempotent', value) },
  get socket() { return this.request.socket }, set socket(value) { Reflect.set(this.request, 'socket', value) },
  get search() { return this.request.search }, set search(text) { this.request.search = text },
  get method() { return this.request.method }, set method(method) { this.request.method = method },
  get query() { return this.request.query }, set query(query) { this.request.query = query },
  get path() { return this.request.path }, set path(path) { this.request.path = path },
  get url() { return this.request.url }, set url(url) { this.request.url = url },
  get accept() { return this.request.accept }, set accept(accept) { this.request.accept = accept },

  get origin() { return this.request.origin },
  get href() { return this.request.href },
  get subdomains() { return this.request.subdomains },
  get protocol() { return this.request.protocol },
  get host() { return this.request.host },
  get hostname() { return this.request.hostname },
  get URL() { return this.request.URL },
  get header() { return this.request.header },
  get headers() { return this.request.headers },
  get secure() { return this.request.secure },
  get stale() { return this.request.stale },
  get fresh() { return this.request.fresh },
  get ips() { return this.request.ips },
  get ip() { return this.request.ip },

  acceptsLanguages(...args: Args<Request, 'acceptsLanguages'>) { return this.request.acceptsLanguages(...args) },
  acceptsEncodings(...args: Args<Request, 'acceptsEncodings'>) { return this.request.acceptsEncodings(...args) },
  acceptsCharsets(...args: Args<Request, 'acceptsCharsets'>) { return this.request.acceptsCharsets(...args) },
  accepts(...args: Args<Request, 'accepts'>) { return this.request.accepts(...args) },
  get(...args: Args<Request, 'get'>) { return this.request.get(...args) },
  is(...args: Args<Request, 'is'>) { return this.request.is(...args) },
} satisfies object & Speaker

Object.defineProperties(Context.prototype, Object.getOwnPropertyDescriptors(ofResponse))
Object.defineProperties(Context.prototype, Object.getOwnPropertyDescriptors(ofRequest))

Context.prototype.assert = httpAssert

/** An error with what Koa reads from it and writes to it. */
interface KoaError extends Error {
  status?: number
  statusCode?: number
  /** Whether the message is meant for the client. */
  expose?: boolean
  headers?: Readonly<Record<string, string>> | null
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
function startOver(ctx: Context, headers: KoaError['headers']): void {
  for (const name of ctx.res.getHeaderNames()) ctx.res.removeHeader(name)
  for (const [name, value] of Object.entries(headers || {})) {
    if (!/^content-(type|length)$/i.test(name)) ctx.set(name, value)
  }
}

/** In plain text, whatever the handlers had in mind. */
function answer(ctx: Context, err: KoaError): void {
  ctx.type = 'text'
  const wanted = err.status || err.statusCode
  const status = typeof wanted === 'number' && statuses.message[wanted] ? wanted : 500
  const message = err.expose ? err.message : (statuses.message[status] as string)
  ctx.status = err.status = status
  ctx.length = Buffer.byteLength(message)
  ctx.res.end(message)
}
