/**
 * Running the stack: one request in one router.
 *
 * Nothing is walked here, as Express's router walks. The layers that match are found first, all of them; then
 * their middleware are one stack, run as the app's own is.
 *
 * @module
 * @upstream koajs/router/src/router.ts#middleware
 * @counterpart mini-express/src/router/dispatch.ts
 */
import { compose, type Next } from '../compose.ts'
import { type RouterEventEmitter, RouterEvents } from './events.ts'
import type { Layer } from './layer.ts'
import type {
  AnyParams,
  AnyRouter,
  MatchResult,
  RouterContext,
  RouterMiddleware,
  RouterOptions,
} from './types.ts'

/**
 * Finds the layers for a request and runs them, or goes on to `next` where no route fits.
 *
 * @upstream koajs/router/src/router.ts#middleware
 * @counterpart mini-express/src/router/dispatch.ts#Walk
 */
export function dispatch(
  router: AnyRouter,
  events: RouterEventEmitter<RouterContext>,
  ctx: RouterContext,
  next: Next,
): Promise<unknown> {
  // Most routers are for every host: `ctx.host` is not read for nothing.
  if (router.host && !router.matchHost(ctx.host)) return next()

  const path = pathOf(ctx, router.opts)
  const matched = router.match(path, ctx.method)
  tellMatched(ctx, router, matched)
  if (!matched.route) return events.emit(RouterEvents.NotFound, ctx, next)

  const layers = router.exclusive ? only(matched, router.opts) : matched.pathAndMethod
  const stack: RouterMiddleware[] = []
  // By hand rather than by `flatMap`, which makes a list for each layer: this is done for each request.
  for (const layer of layers) stack.push(entering(layer, path), ...layer.stack)
  return compose(stack)(ctx, next)
}

/** @upstream koajs/router/src/router.ts#_getRequestPath */
function pathOf(ctx: RouterContext, { routerPath }: RouterOptions): string {
  return routerPath || ctx.newRouterPath || ctx.path || (ctx.routerPath as string) || ''
}

/** What `allowedMethods` and the handlers will want to know; routers that follow add to it. */
function tellMatched(
  ctx: RouterContext,
  router: AnyRouter,
  { path, pathAndMethod, route }: MatchResult,
): void {
  if (ctx.matched) ctx.matched.push(...path)
  else ctx.matched = path
  ctx.router = router
  ctx.routeMatched = route
  const last = route && pathAndMethod.findLast(({ methods }) => methods.length > 0)
  if (last) tellRoute(ctx, last)
}

function tellRoute(ctx: RouterContext, { path, name }: Layer): void {
  ctx._matchedRoute = path
  if (name) ctx._matchedRouteName = name
}

/**
 * The one layer that an exclusive router runs: the last, or the first of those with the fewest params.
 *
 * @upstream koajs/router/src/router.ts#_buildMiddlewareChain
 */
function only({ pathAndMethod }: MatchResult, { exclusive }: RouterOptions): Layer[] {
  if (exclusive !== 'specificity') return pathAndMethod.slice(-1)
  const fewest = Math.min(...pathAndMethod.map(({ paramNames }) => paramNames.length))
  return pathAndMethod.filter(({ paramNames }) => paramNames.length === fewest).slice(0, 1)
}

/** Tells the context which layer is at work, then goes on to the layer's own middleware. */
function entering(layer: Layer, path: string): RouterMiddleware {
  return function enter(ctx, next) {
    ctx.captures = layer.captures(path)
    const params: AnyParams = layer.params(path, ctx.captures, ctx.params)
    ctx.request.params = params
    ctx.params = params
    ctx.routerPath = layer.path
    ctx.routerName = layer.name || undefined
    tellRoute(ctx, layer)
    return next()
  }
}
