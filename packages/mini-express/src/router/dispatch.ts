/**
 * Running the stack: one request walks along the layers of a router, and along the handlers of a route.
 *
 * There is one index for the whole walk. `next()` looks for the following layer that fits and calls it, there
 * and then, and returns nothing: what that layer does later is its own affair. An error walks the same way,
 * but only layers made for errors take it.
 *
 * @module
 * @upstream router/index.js#handle
 * @counterpart mini-koa/src/compose.ts
 */
import parseurl from 'parseurl'
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type { NextFunction } from '../types.ts'
import { Way } from './candidates.ts'
import type { Router } from './index.ts'
import type { Layer, Match } from './layer.ts'
import { sendOptionsResponse } from './options.ts'
import { type CalledParams, hasCallbacks, mergeParams, processParams } from './param.ts'
import type { Route } from './route.ts'
import { matchedRoute } from './symbols.ts'
import { recordError } from './tracing.ts'

/** After so many layers without a pause the walk goes on in another turn, so that the call stack ends. */
const SYNC_LIMIT = 100

/**
 * Walks a request along a router's layers, then calls `callback`.
 *
 * @param callback - Called where the walk ends: with the error nobody took, or with nothing.
 * @upstream router/index.js#handle
 */
export function dispatch(
  router: Router,
  req: Request,
  res: Response,
  callback: NextFunction,
): void {
  if (!callback) throw new TypeError('argument callback is required')
  new Walk(router, req, res, callback).next()
}

/**
 * One request on its way along one router. Fast because it is one small instance: only `next`, which is called without
 * it, is a function of its own each time.
 */
class Walk {
  readonly #router: Router
  readonly #req: Request
  readonly #res: Response
  readonly #callback: NextFunction
  /** What a router outside of this one has set, and finds again afterwards. */
  readonly #outside: Outside
  /** `http://host` of an absolute request target: never part of the path. */
  readonly #origin: string
  #called: CalledParams | undefined
  /** The methods of routes that fit, while an `OPTIONS` request looks for somebody to answer it. */
  readonly #options: string[] | undefined
  readonly #way: Way
  #sync = 0
  /** What the layer at work has taken from the front of `req.url`. */
  #removed = ''
  /** Whether a slash had to be put in its place. */
  #slashAdded = false

  constructor(router: Router, req: Request, res: Response, callback: NextFunction) {
    this.#router = router
    this.#req = req
    this.#res = res
    this.#callback = callback
    this.#way = new Way(router.stack)
    this.#outside = {
      baseUrl: req.baseUrl,
      next: req.next,
      params: req.params,
      pattern: req[matchedRoute],
    }
    this.#origin = originOf(req.url)
    this.#options = req.method === 'OPTIONS' ? [] : undefined
    req.next = this.next
    req.baseUrl ||= ''
    req.originalUrl ||= req.url
  }

  /** Handed to every handler; bound, because it is called without its walk. */
  next = (err?: unknown): void => {
    if (err) recordError(this.#req, err)
    // 'route' leaves a route, and in a router means: go on.
    const error = err === 'route' ? null : err
    this.#leave()
    if (error === 'router') setImmediate(Walk.#end, this, null)
    else if (this.#way.isOver) setImmediate(Walk.#end, this, error)
    else if (++this.#sync > SYNC_LIMIT) setImmediate(this.next, err)
    else this.#goOn(error)
  }

  #goOn(error: unknown): void {
    const path = pathnameOf(this.#req)
    if (path == null) {
      this.#done(error)
      return
    }
    const found = this.#find(path, error)
    if (found.layer) this.#enter(found.layer, found.match, found.error, path)
    else this.#done(found.error)
  }

  /** The following layer that fits. A path that cannot be matched becomes the error, if there is none yet. */
  #find(path: string, pending: unknown): Found {
    let error = pending
    for (let layer = this.#way.next(path); layer; layer = this.#way.next(path)) {
      try {
        const match = layer.match(path)
        if (match && this.#accepts(layer, error)) return { layer, match, error }
      } catch (err) {
        recordError(this.#req, err)
        error ||= err
      }
    }
    return { error }
  }

  /** A route takes no errors, and only the methods it has handlers for. */
  #accepts({ route }: Layer, error: unknown): boolean {
    if (!route) return true
    if (error) return false
    const { method } = this.#req
    if (route._handlesMethod(method)) return true
    if (method === 'OPTIONS') this.#options?.push(...route._methods())
    return method === 'HEAD'
  }

  #enter(layer: Layer, match: Match, error: unknown, path: string): void {
    const req = this.#req
    const { params, mergeParams: merging } = this.#router
    if (layer.route) req.route = layer.route
    req[matchedRoute] = match.pattern
    req.params = merging ? mergeParams(match.params, this.#outside.params) : match.params

    if (!hasCallbacks(params, match.keys)) {
      this.#handle(layer, match, error, path)
      return
    }
    this.#called ??= {}
    const [called, res] = [this.#called, this.#res]
    const work = { callbacks: params, keys: match.keys, called, layer, req, res }
    processParams(work, (err) => {
      if (err) this.next(error || err)
      else this.#handle(layer, match, error, path)
      this.#sync = 0
    })
  }

  #handle(layer: Layer, match: Match, error: unknown, path: string): void {
    if (!layer.route && !this.#trim(match.path, path)) this.next(error)
    else if (error) layer.handleError(error, this.#req, this.#res, this.next)
    else layer.handleRequest(this.#req, this.#res, this.next)
    this.#sync = 0
  }

  /** Takes a mount path off `req.url`; says whether it ends where a segment does. */
  #trim(mounted: string, path: string): boolean {
    if (mounted.length === 0) return true
    const following = path[mounted.length]
    if (!path.startsWith(mounted) || (following && following !== '/')) return false

    const req = this.#req
    this.#removed = mounted
    req.url = this.#origin + req.url.slice(this.#origin.length + mounted.length)
    if (!this.#origin && !req.url.startsWith('/')) {
      req.url = `/${req.url}`
      this.#slashAdded = true
    }
    req.baseUrl = this.#parentUrl + (mounted.endsWith('/') ? mounted.slice(0, -1) : mounted)
    return true
  }

  /** Undoes what {@link #trim} did, whatever the layer has made of `req.url` meanwhile. */
  #leave(): void {
    const req = this.#req
    if (this.#slashAdded) {
      const isRoot = req.url === '/' || req.url.startsWith('/?')
      // A rewritten path keeps its slash, unless the mount path brings one.
      if (isRoot || (this.#removed.endsWith('/') && req.url.startsWith('/'))) {
        req.url = req.url.slice(1)
      }
      this.#slashAdded = false
    }
    if (this.#removed.length > 0) {
      req.baseUrl = this.#parentUrl
      req.url = this.#origin + this.#removed + req.url.slice(this.#origin.length)
      this.#removed = ''
    }
  }

  get #parentUrl(): string {
    return this.#outside.baseUrl || ''
  }

  /** The end of the walk; nobody having answered an `OPTIONS` request, it is answered here. */
  #done(err?: unknown): void {
    if (err || !this.#options?.length) {
      this.#restore()
      this.#callback(err)
      return
    }
    try {
      sendOptionsResponse(this.#res, this.#options)
    } catch (failed) {
      this.#restore()
      this.#callback(failed)
    }
  }

  /** The same in a later turn. */
  static #end(walk: Walk, err: unknown): void {
    walk.#done(err)
  }

  #restore(): void {
    const req = this.#req
    const { baseUrl, next, params, pattern } = this.#outside
    req.baseUrl = baseUrl
    req.next = next
    req.params = params
    req[matchedRoute] = pattern
  }
}

type Outside = Pick<Request, 'baseUrl' | 'next' | 'params'> & {
  pattern: string | RegExp | undefined
}

type Found = { layer: Layer; match: Match; error: unknown } | { layer?: never; error: unknown }

/**
 * Walks a request along a route's handlers: those of its method, and those for all.
 *
 * @upstream router/lib/route.js#dispatch
 */
export function dispatchRoute(route: Route, req: Request, res: Response, done: NextFunction): void {
  if (route.stack.length === 0) {
    done()
    return
  }
  req.route = route
  new RouteWalk(route, req, res, done).next()
}

/** One request on its way along one route: an instance, as {@link Walk} is. */
class RouteWalk {
  readonly #stack: readonly Layer[]
  readonly #method: string | undefined
  readonly #req: Request
  readonly #res: Response
  readonly #done: NextFunction
  #index = 0
  #sync = 0

  constructor(route: Route, req: Request, res: Response, done: NextFunction) {
    this.#stack = route.stack
    this.#method = route._methodFor(req.method)
    this.#req = req
    this.#res = res
    this.#done = done
  }

  /** Handed to every handler. */
  next = (err?: unknown): void => {
    if (err === 'route') this.#done()
    else if (err === 'router' || this.#index >= this.#stack.length) this.#done(err)
    else if (++this.#sync > SYNC_LIMIT) setImmediate(this.next, err)
    else this.#goOn(err)
  }

  #goOn(err: unknown): void {
    const layer = this.#following()
    if (!layer) {
      this.#done(err)
      return
    }
    if (err) layer.handleError(err, this.#req, this.#res, this.next)
    else layer.handleRequest(this.#req, this.#res, this.next)
    this.#sync = 0
  }

  #following(): Layer | undefined {
    while (this.#index < this.#stack.length) {
      const layer = this.#stack[this.#index++] as Layer
      if (!layer.method || layer.method === this.#method) return layer
    }
    return undefined
  }
}

function pathnameOf(req: Request): string | null | undefined {
  try {
    return parseurl(req)?.pathname
  } catch {
    return undefined
  }
}

/** A proxy's request names the whole URL: `GET http://host/path`. @upstream router/index.js#getProtohost */
function originOf(url: string): string {
  if (typeof url !== 'string' || url.length === 0 || url.startsWith('/')) return ''
  const query = url.indexOf('?')
  const path = query < 0 ? url : url.slice(0, query)
  const scheme = path.indexOf('://')
  return scheme < 0 ? '' : url.substring(0, url.indexOf('/', scheme + 3))
}
