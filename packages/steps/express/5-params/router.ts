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
import { Layer, type Match } from './layer.ts'
import { Route, VERBS, type Verb } from './route.ts'

/** A request, and how much of its URL has been dealt with. */
export interface Request extends IncomingMessage {
  url: string
  /** What has been taken off `url` so far. */
  baseUrl: string
  /** The URL as it came. */
  originalUrl: string
  /** What the path of the layer at work gave: `{ id: '7' }` for `/users/:id`. */
  params: Params
}

/** The parts of a path that were named. */
export type Params = Record<string, string>

/** What a user writes. */
export type Handler = errors.Handler<Request>

/** The same for errors. */
export type ErrorHandler = errors.ErrorHandler<Request>

/** Either. */
export type AnyHandler = errors.AnyHandler<Request>

/** How handlers are added, for those whose messages can do more as well. */
export interface Routes<Self, Req = Request, Res = ServerResponse>
  extends Record<Verb, (path: string, ...handlers: errors.Handler<Req, Res>[]) => Self> {
  /** For every method, and for every path that begins with `path`, which is taken off `req.url`. */
  use(path: string, ...handlers: errors.Handler<Req, Res>[]): Self
  use(...handlers: errors.Handler<Req, Res>[]): Self
  use(...handlers: errors.ErrorHandler<Req, Res>[]): Self
  /** The handlers of one path, by method. */
  route(path: string): Route<Req, Res>
}

/** A stack that is a handler. */
export interface Router<Req = Request, Res = ServerResponse>
  extends Routes<Router<Req, Res>, Req, Res> {
  (req: Req, res: Res, done: errors.Next): void
}

/** Makes a router. */
export function Router(): Router {
  const stack: Layer[] = []

  const router = ((req, res, done) => {
    const mount = new Mount(req)
    let index = 0
    next()

    function next(err?: unknown): void {
      mount.leave()
      const layer = stack[index++]
      if (err === 'router') done()
      else if (layer) enter(layer, err)
      else done(err)
    }

    function enter(layer: Layer, err: unknown): void {
      let match: Match | false
      try {
        match = layer.match(req.url)
      } catch (thrown) {
        next(err || thrown)
        return
      }
      if (!match || layer.answers?.(req.method as string) === false) {
        next(err)
        return
      }
      req.params = match.params
      // A route leads to handlers that see the whole path.
      if (!layer.answers) mount.enter(match.path)
      errors.call(layer.handler, err, req, res, next)
    }
  }) as Router

  router.use = (...args: (string | AnyHandler)[]) => {
    const [path, handlers] = withPath(args)
    for (const handler of handlers) stack.push(new Layer(path, false, handler))
    return router
  }
  router.route = (path) => {
    const route = Route()
    stack.push(new Layer(path, true, route.dispatch, route.answers))
    return route
  }
  for (const verb of VERBS) {
    router[verb] = (path, ...handlers) => {
      router.route(path)[verb](...handlers)
      return router
    }
  }
  return router
}

/** What one router does to one request, and undoes: to its URL and its params. */
class Mount {
  readonly #req: Request
  readonly #outside: Pick<Request, 'baseUrl' | 'params'>
  #removed = ''
  #slashAdded = false

  constructor(req: Request) {
    this.#req = req
    req.originalUrl ??= req.url
    req.baseUrl ??= ''
    this.#outside = { baseUrl: req.baseUrl, params: req.params }
  }

  /** `/admin/users` at `/admin` becomes `/users`, and `/admin?a` becomes `/?a`. */
  enter(path: string): void {
    const req = this.#req
    this.#removed = path.replace(/\/$/, '')
    const rest = req.url.slice(this.#removed.length)
    this.#slashAdded = !rest.startsWith('/')
    req.url = this.#slashAdded ? `/${rest}` : rest
    req.baseUrl = this.#outside.baseUrl + this.#removed
  }

  /** Puts it back, whatever the handler has made of `req.url` meanwhile. */
  leave(): void {
    const req = this.#req
    req.url = this.#removed + (this.#slashAdded ? req.url.slice(1) : req.url)
    Object.assign(req, this.#outside)
    this.#removed = ''
    this.#slashAdded = false
  }
}

/** `use(fn)` is `use('/', fn)`. */
function withPath(args: (string | AnyHandler)[]): [path: string, handlers: AnyHandler[]] {
  const [first, ...rest] = args
  if (typeof first === 'string') return [first, rest as AnyHandler[]]
  return ['/', args as AnyHandler[]]
}
