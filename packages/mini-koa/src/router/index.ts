/**
 * A router for Koa: a middleware that runs the layers whose path and method fit.
 *
 * Unlike Express's it does not walk. It first collects every layer that matches, then makes one stack of
 * their middleware and runs that, so `next` in a route leads to the next layer that matches.
 *
 * @module
 * @upstream koajs/router/src/router.ts
 * @counterpart mini-express/src/router/index.ts
 */
import { METHODS } from 'node:http'
import type { Provider } from '../provides.ts'
import type { DefaultContext, DefaultState, Middleware } from '../types.ts'
import { type AllowedMethodsOptions, allowedMethods } from './allowed-methods.ts'
import { Candidates } from './candidates.ts'
import { dispatch } from './dispatch.ts'
import { RouterEventEmitter, type RouterEventSelector, RouterEvents } from './events.ts'
import { Layer, type LayerOptions } from './layer.ts'
import { isRoutes, mount, registerMiddleware } from './mount.ts'
import {
  addParam,
  applyParams,
  createParameterValidationMiddleware,
  type ParamHandlers,
} from './param.ts'
import type { ParamsBelow } from './path-params.ts'
import type {
  AnyRouter,
  ForeignRouterMiddleware,
  GoodPath,
  MatchResult,
  ParamHandler,
  Register,
  RouterContext,
  RouterMiddleware,
  RouterOptions,
  RouterRoutes,
  Verb,
} from './types.ts'

export type { AllowedMethodsOptions } from './allowed-methods.ts'
export { type RouterEvent, type RouterEventSelector, RouterEvents } from './events.ts'
export type { Layer, LayerMiddleware, LayerOptions } from './layer.ts'
export {
  createParameterValidationMiddleware,
  type ParameterValidationOptions,
  type ParamHandlers,
  type ParamMiddleware,
} from './param.ts'
export type { ParamsBelow, ParamsOf, PathError } from './path-params.ts'
export type {
  AnyParams,
  AnyRouter,
  ForeignRouterMiddleware,
  GoodPath,
  MatchResult,
  ParamHandler,
  Register,
  RouterContext,
  RouterMiddleware,
  RouterOptions,
  RouterParameterContext,
  RouterRoutes,
  Verb,
} from './types.ts'
export type { UrlOptions } from './url.ts'

/** A method for each verb, and `all` for every one. */
export interface Router<State = DefaultState, Custom = DefaultContext, Prefix extends string = ''>
  extends Record<Verb | 'all', Register<State, Custom, Prefix>> {}

/**
 * A list of layers, and the middleware that runs those that match. `Prefix` is where the router stands: the
 * params in it are known to its middleware.
 *
 * @example
 * ```ts
 * const router = new Router()
 * router.get('/users/:id', (ctx) => { ctx.body = ctx.params.id })
 * app.use(router.routes()).use(router.allowedMethods())
 * ```
 * @upstream koajs/router/src/router.ts#RouterImplementation
 * @counterpart mini-express/src/router/index.ts
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the verbs that the interface promises are defined below
export class Router<
  State = DefaultState,
  Custom = DefaultContext,
  const Prefix extends string = '',
> {
  /** What else the module has, for `require()`, which gives the class. */
  static readonly RouterEvents = RouterEvents
  /** The same. */
  static readonly createParameterValidationMiddleware = createParameterValidationMiddleware
  /** For `const { Router } = require(…)`. */
  static get Router(): typeof Router {
    return Router
  }
  /** For `require(…).default`. */
  static get default(): typeof Router {
    return Router
  }

  opts: RouterOptions
  /** What counts as implemented, in capitals. */
  methods: string[]
  /** Whether only one of the layers that match is run. */
  exclusive: boolean
  host: RouterOptions['host']
  /** The handlers of {@link param}. */
  params: ParamHandlers = {}
  /** The layers, in the order in which they were registered. */
  stack: Layer[] = []
  readonly #events = new RouterEventEmitter<RouterContext>()
  #candidates: Candidates | undefined

  constructor(options: RouterOptions & { prefix?: Prefix | (string & {}) | undefined } = {}) {
    this.opts = options
    this.methods = options.methods || [...IMPLEMENTED]
    this.exclusive = Boolean(options.exclusive)
    this.host = options.host
  }

  /**
   * Builds the URL of a path that belongs to no router.
   *
   * @upstream koajs/router/src/router.ts#url
   */
  static url(path: string | RegExp, ...args: unknown[]): string {
    return new Layer(path, [], []).url(...args)
  }

  /**
   * Adds middleware that run where a route matches too: everywhere, or below a path. The routes of another
   * router are taken over, below that path.
   *
   * @throws Error without a middleware.
   * @upstream koajs/router/src/router.ts#use
   * @counterpart mini-express/src/router/index.ts#use
   */
  use<Added>(middleware: Provider<Added>): Router<State & Added, Custom, Prefix>
  use<Path extends string>(
    path: GoodPath<Path>,
    ...middleware: RouterMiddleware<State, Custom, ParamsBelow<Prefix, Path>>[]
  ): this
  use(path: RegExp | readonly string[], ...middleware: RouterMiddleware<State, Custom>[]): this
  use(...middleware: RouterMiddleware<State, Custom>[]): this
  use<Path extends string, Foreign extends { state: unknown }>(
    path: GoodPath<Path>,
    ...middleware: ForeignRouterMiddleware<State, Foreign>[]
  ): this
  use<Foreign extends { state: unknown }>(
    ...middleware: ForeignRouterMiddleware<State, Foreign>[]
  ): this
  use(...args: unknown[]): this {
    const [first, ...rest] = args
    if (isPathList(first)) {
      for (const path of first) this.use<string>(path, ...(rest as never[]))
      return this
    }
    const path = typeof first === 'string' || first instanceof RegExp ? first : undefined
    const middleware = path === undefined ? args : rest
    if (middleware.length === 0) {
      throw new Error('You must provide at least one middleware function to router.use()')
    }
    for (const fn of middleware) {
      if (isRoutes(fn)) mount(this, fn.router, path)
      else registerMiddleware(this, fn as RouterMiddleware, path)
    }
    return this
  }

  /**
   * Puts a prefix in front of every path, those registered already included. It takes the place of the one
   * before.
   *
   * @upstream koajs/router/src/router.ts#prefix
   */
  prefix<const NewPrefix extends string>(prefix: NewPrefix): Router<State, Custom, NewPrefix> {
    const before = this.opts.prefix || ''
    const after = prefix.replace(/\/$/, '')
    this.opts.prefix = after
    for (const layer of this.stack) {
      if (before && typeof layer.path === 'string' && isBelow(layer.path, before)) {
        layer.path = layer.path.slice(before.length) || '/'
      }
      layer.setPrefix(after)
    }
    this.#candidates = undefined
    return this as unknown as Router<State, Custom, NewPrefix>
  }

  /**
   * The middleware to `use`: runs what matches, or goes on to the next where no route does.
   *
   * @upstream koajs/router/src/router.ts#routes
   */
  routes(): RouterRoutes<State, Custom> {
    return this.middleware()
  }

  /**
   * The same as {@link routes}.
   *
   * @upstream koajs/router/src/router.ts#middleware
   */
  middleware(): RouterRoutes<State, Custom> {
    const routes: Middleware<State, Custom> = (ctx, next) =>
      dispatch(this, this.#events, ctx as unknown as RouterContext, next)
    return Object.assign(routes, { router: this })
  }

  /**
   * Adds a middleware for what happens to the router: `'not-found'`, when no route fits.
   *
   * @upstream koajs/router/src/router.ts#on
   */
  on(event: RouterEventSelector, handler: RouterMiddleware<State, Custom>): this {
    this.#events.register(event, handler as RouterMiddleware)
    return this
  }

  /**
   * A middleware that tells which methods a path has, where nobody answered.
   *
   * @upstream koajs/router/src/router.ts#allowedMethods
   */
  allowedMethods(options?: AllowedMethodsOptions): Middleware<State, Custom> {
    return allowedMethods(this.methods, options) as unknown as Middleware<State, Custom>
  }

  /**
   * Redirects every method of `source` to `destination`; either may be the name of a route.
   *
   * @param code - Defaults to 301.
   * @throws Error for a name that no route has.
   * @upstream koajs/router/src/router.ts#redirect
   */
  redirect(source: string | symbol, destination: string | symbol, code?: number): this {
    const from = isPathname(source) ? source : urlOf(this, source)
    const to =
      isPathname(destination) || isAbsolute(destination) ? destination : urlOf(this, destination)
    const redirect: RouterMiddleware<State, Custom> = (ctx) => {
      ctx.redirect(to)
      ctx.status = code || 301
    }
    this.all<string>(from, redirect)
    return this
  }

  /**
   * Adds a layer for some methods of a path, or of each path of a list.
   *
   * @returns The layer; the router where a list was given.
   * @throws Error for a middleware that is no function.
   * @throws TypeError for a path that cannot be read.
   * @upstream koajs/router/src/router.ts#register
   * @counterpart mini-express/src/router/index.ts#route
   */
  register(
    path: string | RegExp | readonly (string | RegExp)[],
    methods: readonly string[],
    middleware: RouterMiddleware<State, Custom> | RouterMiddleware<State, Custom>[],
    additional: LayerOptions = {},
  ): Layer | this {
    const options = { ...this.opts, ...additional } as LayerOptions
    if (isList(path)) {
      for (const one of path) this.register(one, methods, middleware, options)
      return this
    }
    const layer = new Layer(path, methods, middleware as RouterMiddleware, layerOptions(options))
    if (this.opts.prefix) layer.setPrefix(this.opts.prefix)
    applyParams(layer, this.params)
    this.stack.push(layer)
    return layer
  }

  /**
   * The layer of that name, or `false`.
   *
   * @upstream koajs/router/src/router.ts#route
   */
  route(name: string | symbol): Layer | false {
    return this.stack.find((layer) => layer.name === name) ?? false
  }

  /**
   * Builds the URL of a named route: `router.url('user', { id: 3 }, { query: { page: 2 } })`, or with the
   * params one after another.
   *
   * @returns The URL, or an error (not thrown) for a name that no route has.
   * @upstream koajs/router/src/router.ts#url
   */
  url(name: string | symbol, ...args: unknown[]): string | Error {
    const layer = this.route(name)
    return layer ? layer.url(...args) : new Error(`No route found for name: ${String(name)}`)
  }

  /**
   * The layers that fit a path, and those of them that fit the method too.
   *
   * @upstream koajs/router/src/router.ts#match
   */
  match(path: string, method: string): MatchResult {
    if (!this.#candidates?.isOf(this.stack)) this.#candidates = new Candidates(this.stack)
    const wanted = method.toUpperCase()
    const result: MatchResult = { path: [], pathAndMethod: [], route: false }
    for (const layer of this.#candidates.find(path)) {
      if (!layer.match(path)) continue
      result.path.push(layer)
      if (layer.methods.length === 0) {
        result.pathAndMethod.push(layer)
      } else if (layer.methods.includes(wanted)) {
        result.pathAndMethod.push(layer)
        result.route = true
      }
    }
    return result
  }

  /**
   * Whether the router is there for a host.
   *
   * @upstream koajs/router/src/router.ts#matchHost
   */
  matchHost(input?: string): boolean {
    const { host } = this
    if (!host) return true
    if (!input) return false
    if (typeof host === 'string') return input === host
    return Array.isArray(host) ? host.includes(input) : host instanceof RegExp && host.test(input)
  }

  /**
   * Adds a handler that runs before every route whose path has the param, in the order of the path.
   *
   * @upstream koajs/router/src/router.ts#param
   * @counterpart mini-express/src/router/index.ts#param
   */
  param(name: string, handler: ParamHandler<State, Custom>): this {
    addParam(this.params, this.stack, name, handler as ParamHandler)
    return this
  }
}

export default Router
// What `require()` gives on Node >= 20.19: the class itself.
export { Router as 'module.exports' }

/** What a server is expected to know, when nothing else is said. */
const IMPLEMENTED = ['HEAD', 'OPTIONS', 'GET', 'PUT', 'PATCH', 'POST', 'DELETE']

const VERBS = METHODS.map((method) => method.toLowerCase())

for (const verb of VERBS) defineVerb(verb, verb, [verb])
defineVerb('del', 'delete', ['delete'])
defineVerb('all', 'all', VERBS)

/** @upstream koajs/router/src/router.ts#_registerMethod */
function defineVerb(name: string, verb: string, methods: readonly string[]): void {
  Object.defineProperty(Router.prototype, name, {
    configurable: true,
    writable: true,
    value(this: Router, ...args: unknown[]): Router {
      const { name, path, middleware } = readArguments(args)
      if (!isPath(path)) {
        const article = verb === 'all' ? 'an' : 'a'
        throw new Error(`You have to provide a path when adding ${article} ${verb} handler`)
      }
      this.register(path, methods, middleware, {
        ...(this.opts as LayerOptions),
        name,
        pathAsRegExp: path instanceof RegExp,
      })
      return this
    },
  })
}

/** A second string or RegExp makes the first one a name. */
function readArguments(args: unknown[]) {
  const isNamed = typeof args[1] === 'string' || args[1] instanceof RegExp
  const [name, path, ...middleware] = isNamed ? args : [undefined, ...args]
  return { name: name as string | undefined, path, middleware: middleware as RouterMiddleware[] }
}

function isPath(value: unknown): value is string | RegExp | (string | RegExp)[] {
  return (
    typeof value === 'string' ||
    value instanceof RegExp ||
    (Array.isArray(value) && value.length > 0)
  )
}

function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value)
}

/** Not a list of middleware, whose elements are functions. */
function isPathList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
}

/** @upstream koajs/router/src/router.ts#_createRouteLayer */
function layerOptions(options: LayerOptions): LayerOptions {
  return {
    end: options.end !== false,
    name: options.name,
    sensitive: options.sensitive || false,
    strict: options.strict || false,
    prefix: options.prefix || '',
    ignoreCaptures: options.ignoreCaptures,
    ignoreWildcardParameter: options.ignoreWildcardParameter,
    pathAsRegExp: options.pathAsRegExp,
  }
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}

function isPathname(value: string | symbol): value is string {
  return typeof value === 'string' && value[0] === '/'
}

function isAbsolute(value: string | symbol): value is string {
  return typeof value === 'string' && value.includes('://')
}

function urlOf(router: AnyRouter, name: string | symbol): string {
  const url = router.url(name)
  if (url instanceof Error) throw url
  return url
}
