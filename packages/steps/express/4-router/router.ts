/**
 * A router: the stack of an app, as a handler of its own.
 *
 * Because a router is a handler, it can be used in another one. There it sees only its own part of the URL: what
 * belongs to the path of the mount is taken off on the way in and put back on the way out.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as errors from '../2-errors/handler.ts'

/** A request, and how much of its URL has been dealt with. */
export interface Request extends IncomingMessage {
  url: string
  /** What has been taken off `url` so far. */
  baseUrl: string
  /** The URL as it came. */
  originalUrl: string
}

/** What a user writes. */
export type Handler = errors.Handler<Request>

/** The same for errors. */
export type ErrorHandler = errors.ErrorHandler<Request>

type AnyHandler = errors.AnyHandler<Request>

/** The methods by which a path is given handlers. Node knows some thirty more. */
export const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** One of them. */
export type Verb = (typeof VERBS)[number]

/** How handlers are added. */
export interface Routes<Self> extends Record<Verb, (path: string, ...handlers: Handler[]) => Self> {
  /** For every method, and for every path that begins with `path`, which is taken off `req.url`. */
  use(path: string, ...handlers: Handler[]): Self
  use(...handlers: Handler[]): Self
  use(...handlers: ErrorHandler[]): Self
}

/** A stack that is a handler. */
export interface Router extends Routes<Router> {
  (req: Request, res: ServerResponse, done: errors.Next): void
}

/** A function, and the requests that it is for. */
interface Layer {
  handler: AnyHandler
  /** Taken off `req.url` while the handler has it. */
  mount: string
  fits(req: Request): boolean
}

/** Makes a router. */
export function Router(): Router {
  const stack: Layer[] = []

  const router = ((req, res, done) => {
    const walk = new Mount(req)
    let index = 0
    next()

    function next(err?: unknown): void {
      walk.leave()
      const layer = stack[index++]
      if (err === 'router') done()
      else if (!layer) done(err)
      else if (layer.fits(req)) {
        walk.enter(layer.mount)
        errors.call(layer.handler, err, req, res, next)
      } else next(err)
    }
  }) as Router

  router.use = (...args: (string | AnyHandler)[]) => {
    const [path, handlers] = withPath(args)
    const mount = path.replace(/\/$/, '')
    for (const handler of handlers) {
      stack.push({ handler, mount, fits: (req) => isBelow(path, req) })
    }
    return router
  }
  for (const verb of VERBS) {
    router[verb] = (path, ...handlers) => {
      const fits = (req: Request) => isFor(verb, req) && isAt(path, req)
      for (const handler of handlers) stack.push({ handler, mount: '', fits })
      return router
    }
  }
  return router
}

// #region mount
/** What one router does to the URL of one request. */
class Mount {
  readonly #req: Request
  readonly #outside: string
  #removed = ''
  #slashAdded = false

  constructor(req: Request) {
    this.#req = req
    req.originalUrl ??= req.url
    req.baseUrl ??= ''
    this.#outside = req.baseUrl
  }

  /** `/admin/users` at `/admin` becomes `/users`, and `/admin?a` becomes `/?a`. */
  enter(mount: string): void {
    const req = this.#req
    this.#removed = req.url.slice(0, mount.length)
    const rest = req.url.slice(mount.length)
    this.#slashAdded = !rest.startsWith('/')
    req.url = this.#slashAdded ? `/${rest}` : rest
    req.baseUrl = this.#outside + this.#removed
  }

  /** Puts it back, whatever the handler has made of `req.url` meanwhile. */
  leave(): void {
    const req = this.#req
    req.url = this.#removed + (this.#slashAdded ? req.url.slice(1) : req.url)
    req.baseUrl = this.#outside
    this.#removed = ''
    this.#slashAdded = false
  }
}
// #endregion mount

/** `use(fn)` is `use('/', fn)`. */
function withPath(args: (string | AnyHandler)[]): [path: string, handlers: AnyHandler[]] {
  const [first, ...rest] = args
  if (typeof first === 'string') return [first, rest as AnyHandler[]]
  return ['/', args as AnyHandler[]]
}

/** A `HEAD` is a `GET` whose body nobody wants: Node leaves it away. */
function isFor(verb: Verb, { method }: Request): boolean {
  return method?.toLowerCase() === verb || (method === 'HEAD' && verb === 'get')
}

function isAt(path: string, { url }: Request): boolean {
  return plain(url) === plain(path)
}

/** Whole segments: `/admin` holds `/admin/users`, but not `/administrator`. */
function isBelow(path: string, { url }: Request): boolean {
  return `${plain(url)}/`.startsWith(`${plain(path)}/`)
}

/** The query, capitals and a slash at the end make no difference. */
function plain(url: string): string {
  return url.replace(/\?.*/, '').toLowerCase().replace(/\/$/, '')
}
