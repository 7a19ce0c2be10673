/**
 * A body comes in: guarded, inflated, counted, verified, decoded, and then parsed.
 *
 * The four parsers differ only in which bodies they take for theirs, in which charsets they know, and in what they make
 * of the text.
 *
 * @module
 * @upstream body-parser/lib/read.js
 * @counterpart mini-koa/src/body/read.ts
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { parse as parseContentType } from 'content-type'
import createError from 'http-errors'
import iconv from 'iconv-lite'
import onFinished from 'on-finished'
import getBody from 'raw-body'
import typeis from 'type-is'
import type { NextFunction } from '../types.ts'
import type { BodySettings } from './options.ts'

/**
 * A handler that reads the body into `req.body`: for ours, for Express's and for Node's own requests.
 *
 * Where there is no body, or not one that it takes for its own, `req.body` stays as it is, or becomes `undefined`.
 */
export type BodyParser = (req: IncomingMessage, res: ServerResponse, next: NextFunction) => void

/** What is made of a body; throws for one that makes no sense. */
export type Parse<Body> = (body: Body, charset: string) => unknown

/** What {@link read} has to know. */
export interface ReadSettings extends BodySettings {
  /** Whether the body stays bytes, of no charset. */
  skipCharset?: boolean
  /** Whether a charset may be decoded from at all. */
  isValidCharset?: (charset: string) => boolean
}

/** Node's request, with what is made of its body. */
type Message = IncomingMessage & { body?: unknown }

/**
 * Reads the body of a request and parses it, then goes on; with an error, once the request has come to its end.
 *
 * @upstream body-parser/lib/read.js#read
 * @counterpart mini-koa/src/body/read.ts
 */
export function read<Body extends string | Buffer>(
  req: Message,
  res: ServerResponse,
  next: NextFunction,
  parse: Parse<Body>,
  settings: ReadSettings,
): void {
  if (isMeant(req, settings)) new Reading(req, res, next, parse as Parse<unknown>, settings).start()
  else next()
}

/** A request that has come to its end has been read by somebody else. */
function isMeant(req: Message, settings: ReadSettings): boolean {
  if (onFinished.isFinished(req)) return false
  if (!('body' in req)) req.body = undefined
  return typeis.hasBody(req) && Boolean(settings.shouldParse(req))
}

/** One body on its way to one parser. */
class Reading {
  readonly #req: Message
  readonly #res: ServerResponse
  readonly #next: NextFunction
  readonly #parse: Parse<unknown>
  readonly #settings: ReadSettings
  /** What the body is decoded from; `null` if it stays bytes. */
  #charset: string | null = null

  constructor(
    req: Message,
    res: ServerResponse,
    next: NextFunction,
    parse: Parse<unknown>,
    settings: ReadSettings,
  ) {
    this.#req = req
    this.#res = res
    this.#next = next
    this.#parse = parse
    this.#settings = settings
  }

  /** Charset and coding are refused before a byte is read. */
  start(): void {
    try {
      this.#charset = charsetOf(this.#req, this.#settings)
      this.#receive(inflated(this.#req, this.#settings))
    } catch (err) {
      this.#next(err)
    }
  }

  /** Bytes that are to be verified are decoded later. */
  #receive(stream: Readable): void {
    const { limit, verify } = this.#settings
    const encoding = verify ? null : this.#charset
    // What is announced is what comes over the wire: nobody knows how much more it will be.
    const length = stream === this.#req ? this.#req.headers['content-length'] : undefined
    getBody(stream, { length, limit, encoding } as getBody.Options, (err, received) => {
      if (stream !== this.#req) detach(this.#req, stream)
      if (err) this.#fail(err)
      else this.#use(received)
    })
  }

  #fail(err: getBody.RawBodyError): void {
    const { type } = err
    const error =
      type === 'encoding.unsupported'
        ? unsupportedCharset(String(this.#charset).toLowerCase())
        : createError(400, err)
    drain(this.#req, () => this.#next(error))
  }

  #use(received: Buffer | string): void {
    try {
      this.#verify(received)
      this.#req.body = this.#understand(received)
    } catch (err) {
      this.#next(err)
      return
    }
    this.#next()
  }

  #verify(received: Buffer | string): void {
    const { verify } = this.#settings
    if (!verify) return
    try {
      verify(this.#req, this.#res, received as Buffer, this.#charset as string)
    } catch (err) {
      throw withBody(403, err, received, 'entity.verify.failed')
    }
  }

  #understand(received: Buffer | string): unknown {
    const charset = this.#charset as string
    let body = received
    try {
      if (charset !== null && typeof body !== 'string') body = iconv.decode(body, charset)
      return this.#parse(body, charset)
    } catch (err) {
      throw withBody(400, err, body, 'entity.parse.failed')
    }
  }
}

/** Refuses what cannot be decoded before anything is made that inflates: nobody would listen to its errors. */
function charsetOf(req: IncomingMessage, settings: ReadSettings): string | null {
  const { skipCharset, defaultCharset, isValidCharset, verify } = settings
  if (skipCharset) return null
  const type = req.headers['content-type']
  const given = type && parseContentType(type).parameters['charset']?.toLowerCase()
  const charset = given || defaultCharset
  if (isValidCharset?.(charset) === false) throw unsupportedCharset(charset)
  // Without `verify` it is raw-body that decodes, and that refuses.
  if (verify && !isKnown(charset)) throw unsupportedCharset(charset.toLowerCase())
  return charset
}

function isKnown(charset: string): boolean {
  return iconv.encodingExists(charset)
}

function inflated(req: IncomingMessage, { inflate }: ReadSettings): Readable {
  const coding = (req.headers['content-encoding'] || 'identity').toLowerCase()
  if (coding === 'identity') return req
  if (!inflate) throw unsupportedCoding('content encoding unsupported', coding)
  return req.pipe(inflaterOf(coding))
}

/** Zstandard came with Node 22.15 and 23.8, and the types know the oldest one that we run on. */
const INFLATERS = new Map<string, (() => Transform) | undefined>([
  ['deflate', zlib.createInflate],
  ['gzip', zlib.createGunzip],
  ['br', zlib.createBrotliDecompress],
  ['zstd', (zlib as { createZstdDecompress?: () => Transform }).createZstdDecompress],
])

/** @upstream body-parser/lib/read.js#createDecompressionStream */
function inflaterOf(coding: string): Transform {
  const create = INFLATERS.get(coding)
  if (!create) throw unsupportedCoding(`unsupported content encoding "${coding}"`, coding)
  return create()
}

function unsupportedCoding(message: string, encoding: string): Error {
  return createError(415, message, { encoding, type: 'encoding.unsupported' })
}

function unsupportedCharset(charset: string): Error {
  const message = `unsupported charset "${charset.toUpperCase()}"`
  return createError(415, message, { charset, type: 'charset.unsupported' })
}

/** The error with the body that it is about. A status and a type that it has already come first. */
function withBody(status: number, err: unknown, body: unknown, type: string): Error {
  const given = err as Error & { type?: string }
  return createError(status, given, { body, type: given.type || type })
}

/** Lets go of what inflates, which may yet fail, and has the rest of the request run dry. */
function detach(req: IncomingMessage, inflater: Readable): void {
  req.unpipe(inflater as Transform)
  /* v8 ignore next -- @preserve: whether what inflates still fails depends on how the bytes came in */
  inflater.on('error', () => {}).destroy()
  req.resume()
}

/** Reads the request to its end, for only then can it be answered. */
function drain(req: IncomingMessage, done: () => void): void {
  req.unpipe()
  if (onFinished.isFinished(req)) {
    done()
  } else {
    onFinished(req, done)
    req.resume()
  }
}
