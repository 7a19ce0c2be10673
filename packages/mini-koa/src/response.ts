/**
 * `ctx.response`: what will be answered, kept in Node's message until `respond` writes it out.
 *
 * @module
 * @upstream koa/lib/response.js
 * @counterpart mini-express/src/response.ts
 */
import assert from 'node:assert'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { extname } from 'node:path'
import { inspect } from 'node:util'
import contentDisposition from 'content-disposition'
import encodeUrl from 'encodeurl'
import escapeHtml from 'escape-html'
import { contentType } from 'mime-types'
import statuses from 'statuses'
import typeis from 'type-is'
import vary from 'vary'
import type { Application } from './application.ts'
import { assignBody } from './body-kinds.ts'
import type { Context } from './context.ts'
import { isStream } from './is-stream.ts'
import { only } from './only.ts'
import type { Request } from './request.ts'

/** How a file is to be saved. */
export interface AttachmentOptions {
  /** Defaults to `attachment`. */
  type?: string
  /** A name in Latin-1 for old clients, or whether to make one. Defaults to `true`. */
  fallback?: string | boolean
}

/** A header's value as it may be set. */
export type HeaderValue = string | number | readonly string[]

/**
 * The response as a handler shapes it. Headers and status live in Node's `res`; only the body is held here.
 *
 * @upstream koa/lib/response.js
 */
export class Response {
  declare app: Application
  declare req: IncomingMessage
  declare res: ServerResponse
  declare ctx: Context
  declare request: Request

  /** The body as it was set. */
  declare _body?: unknown
  /** Somebody chose the status: setting a body no longer means 200. */
  declare _explicitStatus?: boolean
  /** Somebody set the body to `null`: the answer is to be empty, not the status text. */
  declare _explicitNullBody?: boolean

  /** The connection. */
  get socket(): Socket | null {
    return this.res.socket
  }

  /** The headers set so far, by lower-case name. */
  get header(): OutgoingHttpHeaders {
    const { res } = this
    // Doubles of a response, as tests use them, may know of no more than `_headers`.
    if (typeof res.getHeaders === 'function') return res.getHeaders()
    return (res as { _headers?: OutgoingHttpHeaders })._headers || {}
  }

  /** The same as {@link header}. */
  get headers(): OutgoingHttpHeaders {
    return this.header
  }

  /** The status code; 404 until something sets it or a body. */
  get status(): number {
    return this.res.statusCode
  }

  /** Sets the status and its message; drops a body that the status cannot have. */
  set status(code: number) {
    if (this.headerSent) return

    assert(Number.isInteger(code), 'status code must be a number')
    assert(code >= 100 && code <= 999, `invalid status code: ${code}`)
    this._explicitStatus = true
    this.res.statusCode = code
    // HTTP/2 has no reason phrase.
    if (this.req.httpVersionMajor < 2) this.res.statusMessage = statuses.message[code] as string
    if (this.body && statuses.empty[code]) this.body = null
  }

  /** The reason phrase: what was set, else the standard one. */
  get message(): string {
    return this.res.statusMessage || (statuses.message[this.status] as string)
  }

  set message(message: string) {
    this.res.statusMessage = message
  }

  /** The body: a string, a buffer, a stream, a web stream, a `Blob`, a fetch `Response`, or a value for JSON. */
  get body(): unknown {
    return this._body
  }

  /** Sets the body, and with it status, type and length as far as nobody has. */
  set body(body: unknown) {
    const original = this._body
    this._body = body
    assignBody(this, body, original)
  }

  /** `Content-Length` in bytes: the header, else what the body will take; unknown for a stream. */
  get length(): number | undefined {
    if (this.has('Content-Length')) {
      return Number.parseInt(this.get('Content-Length') as string, 10) || 0
    }
    const { body } = this
    if (!body || isStream(body)) return undefined
    if (typeof body === 'string') return Buffer.byteLength(body)
    if (Buffer.isBuffer(body)) return body.length
    return Buffer.byteLength(JSON.stringify(body))
  }

  /** Leaves a chunked response alone: the two framings exclude each other (RFC 9112 §6.2). */
  set length(length: number) {
    if (!this.has('Transfer-Encoding')) this.set('Content-Length', length)
  }

  /** Whether the headers have left, after which they can no longer change. */
  get headerSent(): boolean {
    return this.res.headersSent
  }

  /** Adds a header name, or several, to `Vary`. */
  vary(field: string | string[]): void {
    if (!this.headerSent) vary(this.res, field)
  }

  /** Sends the client elsewhere: 302 unless a redirect status is set already. */
  redirect(url: string): void {
    // The URL parser escapes what would be read as another host.
    const target = /^https?:\/\//i.test(url) ? new URL(url).toString() : url
    this.set('Location', encodeUrl(target))
    if (!statuses.redirect[this.status]) this.status = 302

    const html = this.ctx.accepts('html')
    this.type = html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
    this.body = `Redirecting to ${html ? escapeHtml(target) : target}.`
  }

  /** Redirects to the referrer where it is of the same host, else to `alt` or `/`. */
  back(alt?: string): void {
    const referrer = this.ctx.get('Referrer')
    const sameHost = referrer && new URL(referrer, this.ctx.href).host === this.ctx.host
    this.redirect(sameHost ? referrer : alt || '/')
  }

  /** Has the client save the body, under `filename` if given, whose extension sets the type. */
  attachment(filename?: string, options?: AttachmentOptions): void {
    if (filename && !this.has('Content-Type')) this.type = extname(filename)
    this.set('Content-Disposition', contentDisposition(filename, options))
  }

  /** The media type without parameters; empty where none is set. */
  get type(): string {
    const type = this.get('Content-Type') as string | undefined
    return type ? (type.split(';', 1)[0] as string) : ''
  }

  /** Takes a MIME type or an extension; one that is unknown removes the header. */
  set type(type: string) {
    const full = contentTypeOf(type)
    if (full) this.set('Content-Type', full)
    else this.remove('Content-Type')
  }

  /** `Last-Modified` as a date. */
  get lastModified(): Date | undefined {
    const date = this.get('last-modified')
    return date ? new Date(date as string) : undefined
  }

  set lastModified(date: Date | string) {
    this.set('Last-Modified', (typeof date === 'string' ? new Date(date) : date).toUTCString())
  }

  /** The entity tag, quotes and all. */
  get etag(): string {
    return this.get('ETag') as string
  }

  /** Quotes are added where they are missing. */
  set etag(tag: string) {
    this.set('ETag', /^(W\/)?"/.test(tag) ? tag : `"${tag}"`)
  }

  /** Which of `types` the response is; `false` for none of them. (`null` is the request's word, typed here as there.) */
  is(type?: string | string[], ...types: string[]): string | false | null {
    return typeis.is(this.type, type as string, ...types)
  }

  /** A header by name in any case. */
  get(field: string): HeaderValue | undefined {
    return this.res.getHeader(field)
  }

  /** Whether a header is set. */
  has(field: string): boolean {
    const { res } = this
    if (typeof res.hasHeader === 'function') return res.hasHeader(field)
    return field.toLowerCase() in this.headers
  }

  /**
   * Sets one header, or each of an object.
   *
   * @throws AssertionError when `Content-Type` or `Content-Length` gets more than one value.
   */
  set(field: string | Record<string, HeaderValue>, value?: HeaderValue): void {
    if (this.headerSent || !field) return
    if (typeof field === 'string') {
      this.res.setHeader(field, singleValue(field, value) as HeaderValue)
      return
    }
    // All are checked before any is set.
    const headers = Object.entries(field).map(
      ([name, one]) => [name, singleValue(name, one)] as const,
    )
    for (const [name, one] of headers) this.res.setHeader(name, one as HeaderValue)
  }

  /** Adds a value to a header, which becomes a list. */
  append(field: string, value: HeaderValue): void {
    const previous = this.get(field)
    this.set(field, previous ? ([previous].flat().concat(value as string) as string[]) : value)
  }

  /** Removes a header. */
  remove(field: string): void {
    if (!this.headerSent) this.res.removeHeader(field)
  }

  /** Whether anything can still be written: not ended, and the client has not gone. */
  get writable(): boolean {
    if (this.res.writableEnded || this.res.finished) return false
    // A pipelined response has no socket until it is its turn.
    return this.res.socket ? this.res.socket.writable : true
  }

  /** Sends the headers now, before there is a body. */
  flushHeaders(): void {
    this.res.flushHeaders()
  }

  /** What `util.inspect` shows. */
  inspect(): object | undefined {
    return this.res ? { ...this.toJSON(), body: this.body } : undefined
  }

  /** Status, message and headers. */
  toJSON(): object {
    return only(this, ['status', 'message', 'header'])
  }

  protected [inspect.custom](): object | undefined {
    return this.inspect()
  }
}

const contentTypes = new Map<string, string | false>()

/**
 * The type with its charset: `text/html; charset=utf-8` for `html`. Fast because an answer is remembered:
 * an app has few types. Only so many are, since a type may be a client's word.
 */
function contentTypeOf(type: string): string | false {
  let full = contentTypes.get(type)
  if (full === undefined) {
    full = contentType(type)
    if (contentTypes.size < 100) contentTypes.set(type, full)
  }
  return full
}

/**
 * Some libraries hand over every header as a list.
 *
 * @upstream koa/lib/response.js#normalizeHeader
 */
function singleValue(field: string, value: HeaderValue | undefined): HeaderValue | undefined {
  if (!Array.isArray(value) || !/^content-(type|length)$/i.test(field)) return value
  assert(value.length === 1, `${field} must contain exactly one value`)
  return value[0]
}
