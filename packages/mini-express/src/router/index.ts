/**
 * A router: a list of layers, and a handler that walks requests along them.
 *
 * @module
 * @upstream router/index.js
 * @counterpart mini-koa/src/router/index.ts
 */
import { METHODS } from 'node:http'
import type { Provider } from '../provides.ts'
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type {
  AnyLocals,
  Handlers,
  NextFunction,
  ParamHandler,
  Path,
  RegisterRoute,
  RegisterUse,
  RequestHandler,
  Verb,
} from '../types.ts'
import { newStack } from './candidates.ts'
import { dispatch } from './dispatch.ts'
import { Layer } from './layer.ts'
import type { GoodPath } from './path-params.ts'
import { flattenHandlers, Route } from './route.ts'

export { Route } from './route.ts'

/** How a router reads paths. */
export interface RouterOptions {
  /** Whether capitals matter. */
  caseSensitive?: boolean | undefined
  /** Whether handlers see the parameters of the router outside. */
  mergeParams?: boolean | undefined
  /** Whether a trailing slash matters. */
  strict?: boolean | undefined
}

/** One path of `router.listRoutes()`. */
export interface ListedRoute {
  path: string | RegExp
  /** In capitals, `*` for `all`; left out for a mounted router. */
  methods: string[] | undefined
  /** The router mounted there, which lists its own. */
  router: Router | undefined
}

/** A handler that holds handlers. */
export interface Router<Locals extends object = AnyLocals>
  extends RouterOptions,
    Record<Verb | 'all', RegisterRoute<Router<Locals>, Locals>> {
  /** A router is a handler itself, so that it can be mounted. */
  (req: Request, res: Response, next: NextFunction): void
  readonly stack: Layer[]
  /** The callbacks of {@link param}, by name. */
  readonly params: Record<string, ParamHandler[]>
  /** Walks a request along the layers, then calls `callback`. */
  handle(req: Request, res: Response, callback: NextFunction): void
  /** Adds handlers for any method, and for all paths that begin with `path`, which is taken off `req.url`. */
  use: UseInRouter<Locals>
  /** Adds a route: handlers for the methods of one path. */
  route<Pattern extends Path>(path: GoodPath<Pattern>): Route<Pattern, Locals>
  /** Adds a callback for a parameter: called once a request, before the handlers. */
  param(name: string, fn: ParamHandler): this
  /** Every path with handlers or a router; plain middleware is left out. */
  listRoutes(): ListedRoute[]
}

/** `router.use`: after a {@link provides} the router knows more of `res.locals`. */
export interface UseInRouter<Locals extends object> extends RegisterUse<Router<Locals>, Locals> {
  <Added extends object>(provider: Provider<Added>): Router<Locals & Added>
}

/** Makes routers, with or without `new`. */
export interface RouterConstructor {
  new <Locals extends object = AnyLocals>(options?: RouterOptions): Router<Locals>
  <Locals extends object = AnyLocals>(options?: RouterOptions): Router<Locals>
  readonly prototype: Router
  Route: typeof Route
}

/**
 * Makes a router.
 *
 * @upstream router/index.js#Router
 */
export const Router = function Router(this: unknown, options: RouterOptions = {}): Router {
  if (!(this instanceof Router)) return new (Router as RouterConstructor)(options)

  const router = ((req: Request, res: Response, next: NextFunction): void =>
    router.handle(req, res, next)) as Router
  // A function that inherits from a router, and so from whatever extends `Router`.
  Object.setPrototypeOf(router, this)
  return Object.assign(router, {
    caseSensitive: options.caseSensitive,
    mergeParams: options.mergeParams,
    params: {},
    strict: options.strict,
    stack: newStack(),
  })
} as unknown as RouterConstructor

/** A function, so that routers inherit `call`, `apply` and `bind`. */
const proto = (() => {}) as unknown as Router
Object.assign(Router, { prototype: proto, Route })

Object.assign(proto, {
  handle(this: Router, req: Request, res: Response, callback: NextFunction): void {
    dispatch(this, req, res, callback)
  },

  use(this: Router, ...args: unknown[]): Router {
    const { path, handlers } = readUseArguments(args)
    for (const fn of flattenHandlers(handlers as Handlers)) {
      const options = { sensitive: this.caseSensitive, strict: false, end: false }
      this.stack.push(new Layer(path, options, fn))
    }
    return this
  },

  route(this: Router, path: Path): Route {
    const route = new Route(path)
    const options = { sensitive: this.caseSensitive, strict: this.strict, end: true }
    const handle: RequestHandler = (req, res, next) => route.dispatch(req, res, next)
    const layer = new Layer(path, options, handle)
    layer.route = route
    this.stack.push(layer)
    return route
  },

  param(this: Router, name: string, fn: ParamHandler): Router {
    if (!name) throw new TypeError('argument name is required')
    if (typeof name !== 'string') throw new TypeError('argument name must be a string')
    if (!fn) throw new TypeError('argument fn is required')
    if (typeof fn !== 'function') throw new TypeError('argument fn must be a function')
    this.params[name] ??= []
    this.params[name].push(fn)
    return this
  },

  listRoutes(this: Router): ListedRoute[] {
    return this.stack.flatMap(listed)
  },
})

for (const verb of [...METHODS.map((name) => name.toLowerCase()), 'all'] as Verb[]) {
  const register = function (this: Router, path: Path, ...handlers: Handlers): Router {
    const route = this.route(path as Path)
    Reflect.apply(route[verb], route, handlers)
    return this
  }
  Object.assign(proto, { [verb]: register })
}

/**
 * The path, `/` unless the first argument is one, and the handlers of a call to `use`.
 *
 * @upstream router/index.js#use
 */
export function readUseArguments(args: readonly unknown[]): {
  path: Path
  handlers: unknown[]
} {
  let first = args[0]
  while (Array.isArray(first) && first.length > 0) first = first[0]
  if (typeof first === 'function') return { path: '/', handlers: [...args] }
  return { path: args[0] as Path, handlers: args.slice(1) }
}

function listed({ route, handle, rawPath }: Layer): ListedRoute[] {
  const router = !route && isRouter(handle) ? handle : undefined
  if (!route && !router) return []
  return [rawPath].flat().map((path) => ({ path, methods: route?._methods(true), router }))
}

function isRouter(handle: unknown): handle is Router {
  return Array.isArray((handle as Partial<Router>).stack)
}
