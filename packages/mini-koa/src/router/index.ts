/**
 * A router for Koa: a middleware that runs the layers whose path and method fit.
 *
 * Unlike Express's it does not walk: it first collects every layer that matches, then composes their
 * middleware into one stack and runs that.
 *
 * @module
 * @upstream koajs/router/src/router.ts
 * @counterpart mini-express/src/router/index.ts
 */
import { METHODS } from 'node:http'
import { compose, type Next } from '../compose.ts'
import type { Context } from '../context.ts'
import type { DefaultState, Middleware } from '../types.ts'
import { type AllowedMethodsOptions, allowedMethods } from './allowed-methods.ts'
import { Layer, type LayerOptions, type Params } from './layer.ts'

export type { AllowedMethodsOptions } from './allowed-methods.ts'
export { Layer, type LayerOptions, type Params } from './layer.ts'

/** What a router's middleware gets: Koa's context, and what the router found out. */
export interface RouterContext<State = DefaultState> extends Context<State> {
  params: Params
  router: Router<State>
  /** The captured parts of the path, still encoded. */
  captures: readonly (string | undefined)[]
  /** Every layer whose path fits, whatever its methods. */
  matched?: Layer[]
  /** Whether a layer fits in path and method. */
  routeMatched: boolean
  /** The path of the layer at work, as registered. */
  routerPath: string | RegExp
  /** The name of the layer at work. */
  routerName: string | undefined
  _matchedRoute: string | RegExp
  _matchedRouteName?: string
}

/** One function of a route: `(ctx, next) => { … ctx.params … }`. */
export type RouterMiddleware<State = DefaultState> = (
  ctx: RouterContext<State>,
  next: Next,
) => unknown

/** What `router.routes()` gives to `app.use`: a middleware that knows its router. */
export type RouterRoutes<State = DefaultState> = Middleware<State> & { router: Router<State> }

/** How a router reads paths; taken over by each of its layers. */
export interface RouterOptions extends LayerOptions {
  /** The methods that count as implemented, in capitals. */
  methods?: readonly string[]
}

/** Registers middleware for one method: `router.get('/users/:id', show)`, with a name before the path if wanted. */
export type Register<State, Self> = {
  (path: string | RegExp, ...middleware: RouterMiddleware<State>[]): Self
  (name: string, path: string | RegExp, ...middleware: RouterMiddleware<State>[]): Self
}

/** The verbs that are registered by a method of their own. */
type Verb =
  | 'get'
  | 'post'
  | 'put'
  | 'patch'
  | 'delete'
  | 'del'
  | 'head'
  | 'options'
  | 'link'
  | 'unlink'

/** A method for each verb, and `all` for every one. */
export interface Router<State = DefaultState>
  extends Record<Verb | 'all', Register<State, Router<State>>> {}

/** The layers that fit a request. */
export interface Matched {
  path: Layer[]
  pathAndMethod: Layer[]
  /** Whether one of them answers the method. */
  route: boolean
}

/**
 * A list of layers, and the middleware that runs those that match.
 *
 * @example
 * ```ts
 * const router = new Router()
 * router.get('/users/:id', (ctx) => { ctx.body = ctx.params.id })
 * app.use(router.routes()).use(router.allowedMethods())
 * ```
 * @upstream koajs/router/src/router.ts#RouterImplementation
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the verbs that the interface promises are defined below
export class Router<State = DefaultState> {
  readonly opts: RouterOptions
  readonly methods: readonly string[]
  readonly stack: Layer[] = []

  constructor(options: RouterOptions = {}) {
    this.opts = options
    this.methods = options.methods ?? IMPLEMENTED
  }

  /** The middleware to `use`: runs what matches, or goes on to the next where nothing does. */
  routes(): RouterRoutes<State> {
    const dispatch = (context: Context<State>, next: Next): unknown => {
      const ctx = context as RouterContext<State>
      const matched = this.match(ctx.path, ctx.method)
      if (ctx.matched) ctx.matched.push(...matched.path)
      else ctx.matched = matched.path
      ctx.router = this
      ctx.routeMatched = matched.route
      if (!matched.route) return next()
      return compose(matched.pathAndMethod.flatMap((layer) => entering<State>(layer, ctx.path)))(
        ctx,
        next,
      )
    }
    return Object.assign(dispatch, { router: this })
  }

  /** The same as {@link routes}. */
  middleware(): RouterRoutes<State> {
    return this.routes()
  }

  /** A middleware that tells which methods a path has, where nobody answered. */
  allowedMethods(options?: AllowedMethodsOptions): Middleware<State> {
    return allowedMethods(this, options)
  }

  /**
   * Adds a layer for some methods of a path.
   *
   * @throws Error for anything but functions.
   */
  register(
    path: string | RegExp,
    methods: readonly string[],
    middleware: readonly RouterMiddleware<State>[],
    options: LayerOptions = {},
  ): Layer {
    const layer = new Layer(path, methods, middleware as RouterMiddleware[], {
      ...this.opts,
      ...options,
    })
    this.stack.push(layer)
    return layer
  }

  /** The layers that fit a path, and those of them that fit the method too. */
  match(path: string, method: string): Matched {
    const wanted = method.toUpperCase()
    const fitting = this.stack.filter((layer) => layer.match(path))
    const answering = fitting.filter(({ methods }) => methods.includes(wanted))
    return { path: fitting, pathAndMethod: answering, route: answering.length > 0 }
  }

  /** The layer of that name, or `false`. */
  route(name: string): Layer | false {
    return this.stack.find((layer) => layer.name === name) ?? false
  }
}

export default Router
// What `require()` gives on Node >= 20.19: the class itself.
export { Router as 'module.exports' }

/** What a server is expected to know, when nothing else is said. */
const IMPLEMENTED = ['HEAD', 'OPTIONS', 'GET', 'PUT', 'PATCH', 'POST', 'DELETE']

for (const method of METHODS.map((name) => name.toLowerCase())) defineVerb(method, [method])
defineVerb('del', ['delete'])
defineVerb('all', METHODS)

function defineVerb(name: string, methods: readonly string[]): void {
  Object.defineProperty(Router.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Router, ...args: unknown[]): Router {
      const { route, path, middleware } = readArguments(args)
      if (typeof path !== 'string' && !(path instanceof RegExp)) {
        const article = name === 'all' ? 'an' : 'a'
        throw new Error(`You have to provide a path when adding ${article} ${name} handler`)
      }
      this.register(path, methods, middleware as RouterMiddleware[], { name: route })
      return this
    },
  })
}

/** A second string or RegExp makes the first one a name. */
function readArguments(args: unknown[]) {
  const named = typeof args[1] === 'string' || args[1] instanceof RegExp
  return named
    ? { route: args[0] as string, path: args[1], middleware: args.slice(2) }
    : { route: undefined, path: args[0], middleware: args.slice(1) }
}

/** Tells the context where it is, then runs the layer's own middleware. */
function entering<State>(layer: Layer, path: string): RouterMiddleware<State>[] {
  const enter: RouterMiddleware<State> = (ctx, next) => {
    ctx.captures = layer.captures(path)
    ctx.params = layer.params(ctx.captures, ctx.params)
    Object.assign(ctx.request, { params: ctx.params })
    ctx.routerPath = layer.path
    ctx.routerName = layer.name
    ctx._matchedRoute = layer.path
    if (layer.name) ctx._matchedRouteName = layer.name
    return next()
  }
  return [enter, ...(layer.stack as RouterMiddleware<State>[])]
}
