/**
 * The types that a user of the router meets.
 *
 * @module
 */
import type { Composable, Next } from '../compose.ts'
import type { Context, DefaultContext, DefaultState, Middleware } from '../types.ts'
import type { Router } from './index.ts'
import type { Layer } from './layer.ts'
import type { ParamsBelow, PathError } from './path-params.ts'

/** `ctx.params` where the path is not known to the compiler. */
export type AnyParams = Record<string, string>

/** A router of whatever state. */
// biome-ignore lint/suspicious/noExplicitAny: who takes one does not look into its state
export type AnyRouter = Router<any, any, any>

/** What a router tells the middleware that it runs. */
export interface RouterParameterContext<Params = AnyParams> {
  /** What stood in the path, by name, decoded. */
  params: Params
  request: { params: Params }
  /** The router at work. */
  router: Pick<Router, 'url' | 'opts' | 'host' | 'methods' | 'exclusive'>
  /** The captured parts of the path, still encoded. */
  captures?: (string | undefined)[]
  /** Every layer whose path fits, whatever its methods. */
  matched?: Pick<Layer, 'path' | 'name' | 'methods' | 'regexp'>[]
  /** Whether a layer fits in path and method. */
  routeMatched?: boolean
  /** The path of the layer at work, as registered, prefix and all. */
  routerPath?: string | RegExp
  /** The name of the layer at work. */
  routerName?: string | undefined
  /** Routed by in the place of `ctx.path`, when set. */
  newRouterPath?: string
  _matchedRoute?: string | RegExp
  _matchedRouteName?: string
  /** The param handlers that have run for this request. */
  _matchedParams?: WeakMap<object, boolean>
}

/** What a router's middleware gets: Koa's context, and what the router found out. */
export type RouterContext<
  State = DefaultState,
  Custom = DefaultContext,
  Params = AnyParams,
> = Context<State> & Custom & RouterParameterContext<Params>

/** One function of a route: `(ctx, next) => { … ctx.params … }`. */
export type RouterMiddleware<State = DefaultState, Custom = DefaultContext, Params = AnyParams> = (
  ctx: RouterContext<State, Custom, Params>,
  next: Next,
) => unknown

/** A middleware typed by another package, `@koa/router` for one. Of its context only the state is checked. */
export type ForeignRouterMiddleware<
  State,
  Foreign extends { state: unknown },
> = Composable<Foreign> & (State extends Foreign['state'] ? unknown : never)

/** Runs before the middleware of a route that has the param: `router.param('id', (id, ctx, next) => …)`. */
export type ParamHandler<State = DefaultState, Custom = DefaultContext> = (
  value: string,
  ctx: RouterContext<State, Custom>,
  next: Next,
) => unknown

/** What `router.routes()` gives to `app.use`: a middleware that knows its router. */
export type RouterRoutes<State = DefaultState, Custom = DefaultContext> = Middleware<
  State,
  Custom
> & { router: unknown }

/** A path, or what is wrong with it. */
export type GoodPath<Path extends string> = [PathError<Path>] extends [never]
  ? Path
  : PathError<Path>

/** Registers middleware for one method: `router.get('/users/:id', show)`, with a name in front if wanted. */
export interface Register<State, Custom, Prefix extends string> {
  <Path extends string>(
    path: GoodPath<Path>,
    ...middleware: RouterMiddleware<State, Custom, ParamsBelow<Prefix, Path>>[]
  ): Router<State, Custom, Prefix>
  <Path extends string>(
    name: string,
    path: GoodPath<Path>,
    ...middleware: RouterMiddleware<State, Custom, ParamsBelow<Prefix, Path>>[]
  ): Router<State, Custom, Prefix>
  (
    path: RegExp | readonly (string | RegExp)[],
    ...middleware: RouterMiddleware<State, Custom>[]
  ): Router<State, Custom, Prefix>
  (
    name: string,
    path: RegExp,
    ...middleware: RouterMiddleware<State, Custom>[]
  ): Router<State, Custom, Prefix>
  <Path extends string, Foreign extends readonly { state: unknown }[]>(
    path: GoodPath<Path>,
    ...middleware: { [At in keyof Foreign]: ForeignRouterMiddleware<State, Foreign[At]> }
  ): Router<State, Custom, Prefix>
  <Path extends string, Foreign extends { state: unknown }>(
    path: GoodPath<Path>,
    ...middleware: ForeignRouterMiddleware<State, Foreign>[]
  ): Router<State, Custom, Prefix>
}

/** The verbs that every Node knows; at run time all of `http.METHODS` are there. */
export type Verb =
  | 'get'
  | 'post'
  | 'put'
  | 'patch'
  | 'delete'
  | 'del'
  | 'head'
  | 'options'
  | 'connect'
  | 'trace'
  | 'link'
  | 'unlink'
  | 'propfind'
  | 'search'

/** How a router reads paths, and for whom it is there. */
export interface RouterOptions {
  /** Stands in front of every path. */
  prefix?: string | undefined
  /** Only requests for this host, or one of these, or one that matches, are routed. */
  host?: string | string[] | RegExp | undefined
  /** The methods that count as implemented, in capitals. */
  methods?: string[] | undefined
  /** Run only one of the layers that match: the last, or the one with the fewest params. */
  exclusive?: boolean | 'specificity' | undefined
  /** Routed by in the place of every request's own path. */
  routerPath?: string | undefined
  /** Whether capitals matter. Defaults to `false`. */
  sensitive?: boolean | undefined
  /** Whether a trailing slash matters. Defaults to `false`. */
  strict?: boolean | undefined
}

/** The layers that fit a request. */
export interface MatchResult {
  /** In path. */
  path: Layer[]
  /** In path and method; middleware fit any method. */
  pathAndMethod: Layer[]
  /** Whether one of them is a route, not only middleware. */
  route: boolean
}
