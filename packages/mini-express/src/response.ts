/**
 * `res`: Node's message, with ways to answer that take care of the headers.
 *
 * @module
 * @upstream express/lib/response.js
 * @counterpart mini-koa/src/response.ts
 */
import { ServerResponse } from 'node:http'
import { basename, extname } from 'node:path'
import { create as contentDisposition } from 'content-disposition'
import cookie, { type CookieSerializeOptions } from 'cookie'
import { sign } from 'cookie-signature'
import depd from 'depd'
import encodeUrl from 'encodeurl'
import escapeHtml from 'escape-html'
import createError from 'http-errors'
import { contentType } from 'mime-types'
import statuses from 'statuses'
import vary from 'vary'
import { stringify } from './json.ts'
import type { Request } from './request.ts'
import { send } from './send.ts'
import {
  type FileCallback,
  readDownloadArguments,
  type SendFileOptions,
  sendFile,
} from './send-file.ts'
import type { AnyLocals, App, NextFunction } from './types.ts'
import { normalizeType, remembering } from './utils.ts'
import { type RenderCallback, readRenderArguments } from './view.ts'

const deprecate = depd('express')

/** How a cookie is kept; what is left out is up to the browser. */
export interface CookieOptions {
  domain?: string | undefined
  /** Defaults to `/`. */
  path?: string | undefined
  expires?: Date | undefined
  /** In milliseconds; sets `Expires` as well. */
  maxAge?: number | string | null | undefined
  httpOnly?: boolean | undefined
  secure?: boolean | undefined
  sameSite?: boolean | 'lax' | 'strict' | 'none' | undefined
  partitioned?: boolean | undefined
  priority?: 'low' | 'medium' | 'high' | undefined
  /** Whether to sign it, with the secret of cookie-parser. */
  signed?: boolean | undefined
  /** Makes a value safe for a cookie. Defaults to `encodeURIComponent`. */
  encode?: ((value: string) => string) | undefined
}

/** Handlers by media type or extension, and one for when none is accepted. */
export type Formats = Record<string, (req: Request, res: Response, next: NextFunction) => unknown>

/** What packages add to a response, by the namespace that they declare it in. */
// biome-ignore lint/correctness/noUnusedVariables: has to be the same as the class's
export interface Response<Locals extends object = AnyLocals> extends Express.Response {}

/**
 * A response. `Locals` is what handlers have to tell each other in `res.locals`.
 *
 * @upstream express/lib/response.js
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: those packages' own middleware keep the promise
export class Response<Locals extends object = AnyLocals> extends ServerResponse<Request> {
  declare app: App
  declare locals: Locals & Express.Locals

  /**
   * Sets the status.
   *
   * @throws TypeError for anything but an integer, RangeError outside of 100 to 999.
   */
  status(code: number): this {
    if (!Number.isInteger(code)) throw invalidStatus(TypeError, code, 'be an integer')
    if (code < 100 || code > 999) {
      throw invalidStatus(RangeError, code, 'be greater than 99 and less than 1000')
    }
    this.statusCode = code
    return this
  }

  /** Adds to the `Link` header: `res.links({ next: '/?page=2' })`; a relation may have several. */
  links(links: Readonly<Record<string, string | readonly string[]>>): this {
    const given = Object.entries(links).map(([rel, targets]) =>
      [targets]
        .flat()
        .map((target) => `<${target}>; rel="${rel}"`)
        .join(', '),
    )
    const before = this.get('Link')
    return this.set('Link', (before ? `${before}, ` : '') + given.join(', '))
  }

  /** Answers: a string as HTML, a buffer as bytes, anything else as JSON, unless a type is set. */
  send(body?: unknown): this {
    return send(this as Response, body) as this
  }

  /** Answers with JSON, by the app's `json replacer`, `json spaces` and `json escape`. */
  json(value?: unknown): this {
    const body = stringify(this.app, value)
    if (!this.get('Content-Type')) this.set('Content-Type', 'application/json')
    return this.send(body)
  }

  /** Answers with JSON, wrapped in a call where the query names a callback. */
  jsonp(value?: unknown): this {
    const body = stringify(this.app, value)
    const wanted = [this.req.query[this.app.get('jsonp callback name')]].flat()[0]
    if (!this.get('Content-Type')) {
      this.set('X-Content-Type-Options', 'nosniff')
      this.set('Content-Type', 'application/json')
    }
    if (typeof wanted !== 'string' || wanted.length === 0) return this.send(body)

    this.set('X-Content-Type-Options', 'nosniff')
    this.set('Content-Type', 'text/javascript')
    return this.send(callbackScript(wanted, body))
  }

  /** Answers with a status and its name. */
  sendStatus(code: number): this {
    const body = statuses.message[code] || String(code)
    return this.status(code).type('txt').send(body)
  }

  /**
   * Answers with the file at `path`, typed by its extension. Without a callback, what goes wrong is passed on.
   *
   * @throws TypeError for a relative path without the option `root`.
   */
  sendFile(path: string, callback?: FileCallback): void
  sendFile(path: string, options?: SendFileOptions | null, callback?: FileCallback): void
  sendFile(
    path: string,
    options?: SendFileOptions | FileCallback | null,
    callback?: FileCallback,
  ): void {
    sendFile(this as Response, path, options, callback)
  }

  /** Has the client save the file at `path`, under `filename` if given; otherwise as {@link sendFile}. */
  download(path: string, callback?: FileCallback): void
  download(path: string, filename?: string | SendFileOptions | null, callback?: FileCallback): void
  download(
    path: string,
    filename?: string | null,
    options?: SendFileOptions | null,
    callback?: FileCallback,
  ): void
  download(path: string, ...args: unknown[]): void {
    this.sendFile(...readDownloadArguments(path, ...args))
  }

  /**
   * Renders a view with the options, `res.locals` and `app.locals`, the former before the latter, and sends it;
   * a callback gets it instead.
   */
  render(view: string, callback?: RenderCallback): void
  render(view: string, options?: object | null, callback?: RenderCallback): void
  render(view: string, ...args: [(object | RenderCallback | null)?, RenderCallback?]): void {
    const [options, callback] = readRenderArguments(...args)
    const { req } = this
    const answer: RenderCallback = (err, text) => (err ? req.next?.(err) : this.send(text))
    req.app.render(view, { ...options, _locals: this.locals }, callback || answer)
  }

  /** Sets the type by MIME type or extension. */
  type(type: string): this {
    const full = type.includes('/') ? type : typeWithCharset(type) || 'application/octet-stream'
    return this.set('Content-Type', full)
  }

  /** The same as {@link type}. */
  declare contentType: (type: string) => this

  /** Runs the handler of the type that the client likes best; 406 where it likes none. */
  format(formats: Formats): this {
    const { req } = this
    const next = req.next as NextFunction
    const types = Object.keys(formats).filter((type) => type !== 'default')
    const best = types.length > 0 ? (req.accepts(types) as string | false) : false

    this.vary('Accept')
    if (best) {
      this.set('Content-Type', normalizeType(best).value)
      formats[best]?.(req, this as Response, next)
    } else if (formats['default']) {
      formats['default'](req, this as Response, next)
    } else {
      next(createError(406, { types: types.map((type) => normalizeType(type).value) }))
    }
    return this
  }

  /** Has the client save the body, under `filename` if given, whose extension sets the type. */
  attachment(filename?: string): this {
    const name = filename === undefined ? undefined : basename(filename)
    if (name) this.type(extname(name))
    return this.set('Content-Disposition', contentDisposition(name))
  }

  /** Adds a value to a header, which becomes a list. */
  append(field: string, value: string | string[]): this {
    const previous = this.get(field)
    return this.set(field, previous ? ([previous].flat().concat(value) as string[]) : value)
  }

  /**
   * Sets one header, or each of an object. A `Content-Type` gets the charset of its type.
   *
   * @throws TypeError for a `Content-Type` with more than one value.
   */
  set(field: object): this
  set(field: string, value?: unknown): this
  set(field: string | object, ...values: unknown[]): this {
    if (values.length === 0) {
      for (const [name, value] of Object.entries(field)) this.set(name, value)
      return this
    }
    const [given] = values
    const value = Array.isArray(given) ? given.map(String) : String(given)
    this.setHeader(field as string, isContentType(field as string) ? withCharset(value) : value)
    return this
  }

  /** The same as {@link set}. */
  declare header: Response['set']

  /** A header by name in any case. */
  get(field: string): string | number | string[] | undefined {
    return this.getHeader(field)
  }

  /** Has the client forget a cookie; path and domain must be those it was set with. */
  clearCookie(name: string, options?: CookieOptions): this {
    const { maxAge: _, ...kept } = { path: '/', ...options }
    return this.cookie(name, '', { ...kept, expires: new Date(1) })
  }

  /**
   * Sets a cookie; an object as JSON.
   *
   * @throws Error for a signed one without a secret.
   */
  cookie(name: string, value: unknown, options: CookieOptions = {}): this {
    const { secret } = this.req
    if (options.signed && !secret) {
      throw new Error('cookieParser("secret") required for signed cookies')
    }
    const text = typeof value === 'object' ? `j:${JSON.stringify(value)}` : String(value)
    const kept = options.signed ? `s:${sign(text, secret as string)}` : text
    return this.append('Set-Cookie', cookie.serialize(name, kept, lifetime(options)))
  }

  /** Sets the `Location` header, encoded. */
  location(url: string): this {
    return this.set('Location', encodeUrl(url))
  }

  /** Sends the client elsewhere, with 302 or the status given first. */
  redirect(url: string): void
  redirect(status: number, url: string): void
  redirect(...args: [string] | [number, string]): void {
    const [status, url] = args.length === 2 ? args : [302, args[0]]
    warnOfRedirect(status, url)
    const address = this.location(url).get('Location') as string
    const reason = statuses.message[status]
    let body = ''
    this.format({
      text: () => {
        body = `${reason}. Redirecting to ${address}`
      },
      html: () => {
        const link = escapeHtml(address)
        body = `<!DOCTYPE html><head><title>${reason}</title></head><body><p>${reason}. Redirecting to ${link}</p></body>`
      },
      default: () => {
        body = ''
      },
    })
    this.status(status)
    this.set('Content-Length', Buffer.byteLength(body))
    if (this.req.method === 'HEAD') this.end()
    else this.end(body)
  }

  /** Adds a header name, or several, to `Vary`. */
  vary(field: string | string[]): this {
    vary(this, field)
    return this
  }
}

/** What every response inherits, through its app. */
export const response = Response.prototype
response.header = response.set
response.contentType = response.type

function invalidStatus(Kind: ErrorConstructor, code: unknown, rule: string): Error {
  return new Kind(`Invalid status code: ${JSON.stringify(code)}. Status code must ${rule}.`)
}

function isContentType(field: string): boolean {
  return field.toLowerCase() === 'content-type'
}

/** A type that is not known has no charset: the header becomes `false`, as upstream's does. */
function withCharset(value: string | string[]): string {
  if (Array.isArray(value)) throw new TypeError('Content-Type cannot be set to an Array')
  return typeWithCharset(value) as string
}

/** `text/html; charset=utf-8` for `html` and for `text/html`; `false` for what is not known. */
const typeWithCharset = remembering(contentType)

/** Express takes milliseconds, the cookie seconds. */
function lifetime({ maxAge, signed: _, ...options }: CookieOptions): CookieSerializeOptions {
  const kept = { ...options, path: options.path ?? '/' }
  if (maxAge == null) return kept as CookieSerializeOptions
  const age = Number(maxAge)
  // Left for the cookie library to refuse.
  if (Number.isNaN(age)) return { ...kept, maxAge: maxAge as number } as CookieSerializeOptions
  return {
    ...kept,
    expires: new Date(Date.now() + age),
    maxAge: Math.floor(age / 1000),
  } as CookieSerializeOptions
}

/** JSON may hold two line breaks that JavaScript once did not allow in a string. */
function callbackScript(wanted: string, json: string | undefined): string {
  const callback = wanted.replace(/[^[\]\w$.]/g, '')
  const argument = (json ?? '').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  // The comment keeps the bytes from being read as Flash, the check keeps clients without a callback quiet.
  return `/**/ typeof ${callback} === 'function' && ${callback}(${argument});`
}

function warnOfRedirect(status: unknown, url: unknown): void {
  if (!url) deprecate('Provide a url argument')
  if (typeof url !== 'string') deprecate('Url must be a string')
  if (typeof status !== 'number') deprecate('Status must be a number')
}
