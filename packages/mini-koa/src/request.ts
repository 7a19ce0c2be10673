/**
 * `ctx.request`: what the client asked, read from Node's message when somebody wants to know.
 *
 * @module
 * @upstream koa/lib/request.js
 * @counterpart mini-express/src/request.ts
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isIP, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { format as formatUrl, type Url, type UrlObject } from 'node:url'
import { inspect } from 'node:util'
import accepts, { type Accepts } from 'accepts'
import contentType from 'content-type'
import fresh from 'fresh'
import parseurl from 'parseurl'
import typeis from 'type-is'
import type { Application } from './application.ts'
import type { Context } from './context.ts'
import { only } from './only.ts'
import type { Response } from './response.ts'
import {
  type ParsedQuery,
  parse as parseQuery,
  stringify as stringifyQuery,
} from './search-params.ts'

const IP = Symbol('context#ip')

/** An absolute request target, as a proxy gets it: `GET http://example.com/foo`. */
const ABSOLUTE_URL = /^https?:\/\//i

/** Methods that may be repeated without another effect (RFC 9110 §9.2.2). */
const IDEMPOTENT = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']

/**
 * The request as a handler reads it. Each member asks Node's `req` anew; only parsed forms are kept.
 *
 * @upstream koa/lib/request.js
 */
export class Request {
  declare app: Application
  declare req: IncomingMessage
  declare res: ServerResponse
  declare ctx: Context
  declare response: Response
  /** The target as it came, whatever has been made of `url` since. */
  declare originalUrl: string

  declare private _accept?: Accepts
  declare private _querycache?: Record<string, ParsedQuery>
  declare private memoizedURL?: URL
  declare private [IP]?: string

  /** The request's headers, by lower-case name. */
  get header(): IncomingHttpHeaders {
    return this.req.headers
  }

  set header(headers: IncomingHttpHeaders) {
    this.req.headers = headers
  }

  /** The same as {@link header}. */
  get headers(): IncomingHttpHeaders {
    return this.req.headers
  }

  set headers(headers: IncomingHttpHeaders) {
    this.req.headers = headers
  }

  /** The request target, path and query. Routers and mounts may change it. */
  get url(): string {
    return this.req.url as string
  }

  set url(url: string) {
    this.req.url = url
  }

  /** The `Origin` header. */
  get origin(): string | null {
    return this.req.headers.origin || null
  }

  /** The whole URL, protocol and host included. */
  get href(): string {
    if (ABSOLUTE_URL.test(this.originalUrl)) return this.originalUrl
    return `${this.protocol}://${this.host}${this.originalUrl}`
  }

  /** The method, in capitals as it came. */
  get method(): string {
    return this.req.method as string
  }

  set method(method: string) {
    this.req.method = method
  }

  /** The path without the query. */
  get path(): string {
    return parse(this.req).pathname as string
  }

  /** Changes the path and keeps the query. */
  set path(path: string) {
    const url = parse(this.req)
    if (url.pathname === path) return
    this.url = rewritten(url, { pathname: path })
  }

  /** The parsed query; the same object until the query string changes. */
  get query(): ParsedQuery {
    const text = this.querystring
    this._querycache ??= Object.create(null) as Record<string, ParsedQuery>
    this._querycache[text] ??= parseQuery(text)
    return this._querycache[text]
  }

  set query(query: object) {
    this.querystring = stringifyQuery(query)
  }

  /** The query without its `?`. */
  get querystring(): string {
    // util.inspect reads it on the prototype, where there is no request.
    if (!this.req) return ''
    return (parse(this.req).query as string | null) || ''
  }

  set querystring(text: string) {
    const url = parse(this.req)
    if (url.search === `?${text}`) return
    this.url = rewritten(url, { search: text })
  }

  /** The query with its `?`. */
  get search(): string {
    return this.querystring ? `?${this.querystring}` : ''
  }

  set search(text: string) {
    this.querystring = text
  }

  /** Host and port: of `X-Forwarded-Host` where the proxy is trusted, else of the request itself. */
  get host(): string {
    const forwarded = this.app.proxy ? this.get('X-Forwarded-Host') : ''
    const [host = ''] = splitCommaSeparatedValues(forwarded || hostOf(this), 1)
    return host.includes('@') ? withoutUserinfo(host) : host
  }

  /** The host without its port; empty for an IPv6 address that is none. */
  get hostname(): string {
    const { host } = this
    if (!host.startsWith('[')) return host.split(':', 1)[0] as string
    return INVALID_IPV6_HOST.test(host) ? '' : (urlOf(`http://${host}`)?.hostname ?? '')
  }

  /** The URL, parsed by the platform and kept; an empty object where it cannot be parsed. */
  get URL(): URL {
    this.memoizedURL ??= urlOf(absolute(this)) ?? (Object.create(null) as URL)
    return this.memoizedURL
  }

  /** Whether the client's cached copy is still good, so that a 304 will do. */
  get fresh(): boolean {
    if (this.method !== 'GET' && this.method !== 'HEAD') return false
    const { status } = this.ctx
    const cacheable = (status >= 200 && status < 300) || status === 304
    return cacheable && fresh(this.header, this.response.header)
  }

  /** The opposite of {@link fresh}. */
  get stale(): boolean {
    return !this.fresh
  }

  /** Whether the method may be repeated without another effect. */
  get idempotent(): boolean {
    return IDEMPOTENT.includes(this.method)
  }

  /** The connection. */
  get socket(): Socket {
    return this.req.socket
  }

  /** The body's charset; empty where none is given or the type cannot be parsed. */
  get charset(): string {
    try {
      return contentType.parse(this.req).parameters['charset'] || ''
    } catch {
      return ''
    }
  }

  /** `Content-Length` as a number of bytes. */
  get length(): number | undefined {
    const length = Number.parseInt(this.get('Content-Length'), 10)
    return Number.isNaN(length) ? undefined : length
  }

  /** `https` over TLS, or where a trusted proxy says so; else `http`. */
  get protocol(): string {
    if ((this.socket as TLSSocket).encrypted) return 'https'
    if (!this.app.proxy) return 'http'
    const forwarded = this.get('X-Forwarded-Proto')
    const [protocol = ''] = splitCommaSeparatedValues(forwarded, 1)
    return forwarded ? protocol.toLowerCase() : 'http'
  }

  /** Whether the protocol is `https`. */
  get secure(): boolean {
    return this.protocol === 'https'
  }

  /** The addresses that a trusted proxy names, the client first. */
  get ips(): string[] {
    const { proxy, proxyIpHeader, maxIpsCount } = this.app
    const value = this.get(proxyIpHeader)
    const ips = proxy && value ? splitCommaSeparatedValues(value) : []
    return maxIpsCount > 0 ? ips.slice(-maxIpsCount) : ips
  }

  /** The client's address. */
  get ip(): string {
    this[IP] ||= this.ips[0] || this.socket.remoteAddress || ''
    return this[IP]
  }

  set ip(ip: string) {
    this[IP] = ip
  }

  /** The labels before the app's own domain, nearest first; none for an address. */
  get subdomains(): string[] {
    const { hostname } = this
    const address = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
    if (isIP(address)) return []
    return hostname.split('.').reverse().slice(this.app.subdomainOffset)
  }

  /** What the client accepts, parsed and kept. */
  get accept(): Accepts {
    this._accept ??= accepts(this.req)
    return this._accept
  }

  set accept(accept: Accepts) {
    this._accept = accept
  }

  /**
   * The best of `types` (MIME types or extensions) that the client accepts; `false` for none.
   * Without arguments, all that it accepts, the best first.
   */
  accepts(): string[]
  accepts(...types: string[]): string | false
  accepts(types: string[]): string | false
  accepts(...types: string[] | [string[]]): string[] | string | false {
    return this.accept.types(...(types as string[]))
  }

  /** The best of `encodings`, as {@link accepts} tells it. */
  acceptsEncodings(): string[]
  acceptsEncodings(...encodings: string[]): string | false
  acceptsEncodings(encodings: string[]): string | false
  acceptsEncodings(...encodings: string[] | [string[]]): string[] | string | false {
    return this.accept.encodings(...(encodings as string[]))
  }

  /** The best of `charsets`, as {@link accepts} tells it. */
  acceptsCharsets(): string[]
  acceptsCharsets(...charsets: string[]): string | false
  acceptsCharsets(charsets: string[]): string | false
  acceptsCharsets(...charsets: string[] | [string[]]): string[] | string | false {
    return this.accept.charsets(...(charsets as string[]))
  }

  /** The best of `languages`, as {@link accepts} tells it. */
  acceptsLanguages(): string[]
  acceptsLanguages(...languages: string[]): string | false
  acceptsLanguages(languages: string[]): string | false
  acceptsLanguages(...languages: string[] | [string[]]): string[] | string | false {
    return this.accept.languages(...(languages as string[]))
  }

  /** Which of `types` the body is; `false` for none of them, `null` where there is no body. */
  is(type?: string | string[], ...types: string[]): string | false | null {
    return typeis(this.req, type as string, ...types)
  }

  /** The body's type without parameters; empty where none is given. */
  get type(): string {
    return this.get('Content-Type').split(';')[0] as string
  }

  /** A header by name in any case; empty where it is missing. `Referrer` is spelt either way. */
  get(field: string): string {
    const { headers } = this.req
    const name = field.toLowerCase()
    if (name === 'referer' || name === 'referrer') {
      return (headers['referrer'] as string | undefined) || headers.referer || ''
    }
    return (headers[name] as string | undefined) || ''
  }

  /** What `util.inspect` shows. */
  inspect(): object | undefined {
    return this.req ? this.toJSON() : undefined
  }

  /** Method, URL and headers. */
  toJSON(): object {
    return only(this, ['method', 'url', 'header'])
  }

  protected [inspect.custom](): object | undefined {
    return this.inspect()
  }
}

/** The target with protocol and host, which a proxy's request has already. */
function absolute(request: Request): string {
  const target = request.originalUrl || ''
  return ABSOLUTE_URL.test(target) ? target : `${request.protocol}://${request.host}${target}`
}

/** Characters that end a URL's host: with one of them the parser would read another host than was sent. */
const INVALID_IPV6_HOST = /[/?#\\\s]/

/** HTTP/2 has no `Host` line but a pseudo-header. */
function hostOf(request: Request): string {
  const authority = request.req.httpVersionMajor >= 2 ? request.get(':authority') : ''
  return authority || request.get('Host')
}

/** `user@host` is no valid host (RFC 9110 §7.2): the URL parser tells which part is. */
function withoutUserinfo(host: string): string {
  return urlOf(`http://${host}`)?.host ?? ''
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** `parseurl` keeps what it parsed on the request, until the URL changes. */
function parse(req: IncomingMessage): Url {
  return parseurl(req) as Url
}

/**
 * Changes what `parseurl` keeps: where the target comes out as the same text, that is what the next reader gets.
 * `path` would win over its parts.
 */
function rewritten(url: Url, part: UrlObject): string {
  return formatUrl(Object.assign(url, part, { path: null }) as UrlObject)
}

/** @upstream koa/lib/request.js#splitCommaSeparatedValues */
function splitCommaSeparatedValues(value: string, limit?: number): string[] {
  return value.split(',', limit).map((part) => part.trim())
}
