/**
 * `req`: Node's message, with what Express can tell of it.
 *
 * @module
 * @upstream express/lib/request.js
 * @counterpart mini-koa/src/request.ts
 */
import { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { TLSSocket } from 'node:tls'
import accepts from 'accepts'
import fresh from 'fresh'
import parseurl from 'parseurl'
import proxyaddr from 'proxy-addr'
import parseRange from 'range-parser'
import typeis from 'type-is'
import type { Response } from './response.ts'
import type { Route } from './router/route.ts'
import type { matchedRoute } from './router/symbols.ts'
import type { QueryParser, TrustFunction } from './settings.ts'
import type { AnyParams, App, NextFunction } from './types.ts'

/** What packages add to a request, multer's `req.file` for one, by the namespace that they declare it in. */
// biome-ignore lint/correctness/noUnusedVariables: has to be the same as the class's
export interface Request<Params = AnyParams> extends Express.Request {}

/**
 * A request. `Params` is what the path of its route promises.
 *
 * @upstream express/lib/request.js
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: those packages' own middleware keep the promise
export class Request<Params = AnyParams> extends IncomingMessage {
  declare app: App
  declare res?: Response | undefined
  /** The target; a router takes its mount path off it for as long as it is at work. */
  declare url: string
  /** In capitals, as it came. */
  declare method: string
  /** The target as it came. */
  declare originalUrl: string
  /** What routers have taken off {@link url}. */
  declare baseUrl: string
  /** The values of the path's parameters, decoded. */
  declare params: Params
  /** The route at work. */
  declare route?: Route | undefined
  /** Goes on from the layer at work. */
  declare next?: NextFunction | undefined
  /** What a body parser has read. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the parser makes of it, as in `@types/express`
  declare body: any
  /** What signed cookies are signed with; set by cookie-parser. */
  declare secret?: string | undefined
  declare [matchedRoute]?: string | RegExp | undefined

  /**
   * A header by name in any case. `Referrer` is spelt either way.
   *
   * @throws TypeError without a name, or for one that is no string.
   */
  get(name: string): string | undefined {
    if (!name) throw new TypeError('name argument is required to req.get')
    if (typeof name !== 'string') throw new TypeError('name must be a string to req.get')
    const field = name.toLowerCase()
    if (field === 'referer' || field === 'referrer') {
      return (this.headers['referrer'] as string | undefined) || this.headers.referer
    }
    return this.headers[field] as string | undefined
  }

  /** The same as {@link get}. */
  declare header: (name: string) => string | undefined

  /** The best of `types` (MIME types or extensions) that the client accepts; `false` for none. */
  accepts(...types: (string | string[])[]): string | string[] | false {
    return accepts(this).types(...(types as string[]))
  }

  /** The best of `encodings`. */
  acceptsEncodings(...encodings: (string | string[])[]): string | string[] | false {
    return accepts(this).encodings(...(encodings as string[]))
  }

  /** The best of `charsets`. */
  acceptsCharsets(...charsets: (string | string[])[]): string | string[] | false {
    return accepts(this).charsets(...(charsets as string[]))
  }

  /** The best of `languages`. */
  acceptsLanguages(...languages: (string | string[])[]): string | string[] | false {
    return accepts(this).languages(...(languages as string[]))
  }

  /** The ranges asked for of a resource of `size` units; -1 if they cannot be had, -2 if they cannot be read. */
  range(
    size: number,
    options?: parseRange.Options,
  ): parseRange.Ranges | parseRange.Result | undefined {
    const range = this.get('Range')
    return range ? parseRange(size, range, options) : undefined
  }

  /** The parsed query string, by the app's `query parser`; parsed anew each time. */
  // biome-ignore lint/suspicious/noExplicitAny: what it holds is the client's choice, as in `@types/express`
  get query(): any {
    const parse: QueryParser | undefined = this.app.get('query parser fn')
    if (!parse) return Object.create(null)
    return parse(parseurl(this)?.query as string)
  }

  /** Which of `types` the body is; `false` for none of them, `null` where there is no body. */
  is(...types: (string | string[])[]): string | false | null {
    return typeis(this, types.flat())
  }

  /** `https` over TLS, or where a trusted proxy says so; else `http`. */
  get protocol(): string {
    const own = (this.socket as TLSSocket).encrypted ? 'https' : 'http'
    if (!trusts(this)) return own
    const [first = ''] = (this.get('X-Forwarded-Proto') || own).split(',', 1)
    return first.trim()
  }

  /** Whether the protocol is `https`. */
  get secure(): boolean {
    return this.protocol === 'https'
  }

  /** The client's address, as far as proxies are trusted. */
  get ip(): string | undefined {
    return proxyaddr(this, trustOf(this))
  }

  /** The trusted addresses between the client and us, the client first. */
  get ips(): string[] {
    return proxyaddr.all(this, trustOf(this)).slice(1).reverse()
  }

  /** The labels before the app's own domain, nearest first. */
  get subdomains(): string[] {
    const { hostname } = this
    if (!hostname) return []
    const labels = isIP(hostname) ? [hostname] : hostname.split('.').reverse()
    return labels.slice(this.app.get('subdomain offset'))
  }

  /** The path without the query, and without what routers have taken off. */
  get path(): string {
    return parseurl(this)?.pathname as string
  }

  /** Host and port: of `X-Forwarded-Host` where the proxy is trusted, else of the request itself. */
  get host(): string | undefined {
    const forwarded = this.get('X-Forwarded-Host')
    if (!forwarded || !trusts(this)) return this.get('Host') || undefined
    const [first = ''] = forwarded.split(',', 1)
    return (forwarded.includes(',') ? first.trimEnd() : first) || undefined
  }

  /** The host without its port; an IPv6 address keeps its brackets. */
  get hostname(): string | undefined {
    const { host } = this
    if (!host) return undefined
    const afterAddress = host.startsWith('[') ? host.indexOf(']') + 1 : 0
    const port = host.indexOf(':', afterAddress)
    return port < 0 ? host : host.slice(0, port)
  }

  /** Whether the client's cached copy is still good, so that a 304 will do. */
  get fresh(): boolean {
    if (!['GET', 'HEAD', 'QUERY'].includes(this.method)) return false
    const { res } = this as { res: Response }
    const { statusCode } = res
    const cacheable = (statusCode >= 200 && statusCode < 300) || statusCode === 304
    if (!cacheable || !isConditional(this)) return false
    return fresh(this.headers, {
      etag: res.get('ETag'),
      'last-modified': res.get('Last-Modified'),
    })
  }

  /** The opposite of {@link fresh}. */
  get stale(): boolean {
    return !this.fresh
  }

  /** Whether a script says that it asks. */
  get xhr(): boolean {
    return this.get('X-Requested-With')?.toLowerCase() === 'xmlhttprequest'
  }
}

/** What every request inherits, through its app. */
export const request = Request.prototype
request.header = request.get

/** Fast because the response's own headers need not be looked at for a client that has no copy. */
function isConditional({ headers }: Request<unknown>): boolean {
  return Boolean(headers['if-none-match'] || headers['if-modified-since'])
}

function trustOf({ app }: Request<unknown>): TrustFunction {
  return app.get('trust proxy fn')
}

function trusts(req: Request<unknown>): boolean {
  return trustOf(req)(req.socket.remoteAddress, 0)
}
