/**
 * A route: one path, and handlers for its methods.
 *
 * @module
 * @upstream router/lib/route.js
 */
import { METHODS } from 'node:http'
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type {
  AnyLocals,
  ErrorRequestHandler,
  Fitting,
  ForeignHandlers,
  Handlers,
  NextFunction,
  ParamsOf,
  Path,
  RequestHandler,
  Verb,
} from '../types.ts'
import { dispatchRoute } from './dispatch.ts'
import { Layer } from './layer.ts'

/** Adds handlers for one method of a route. */
export interface AddToRoute<Pattern extends Path, Self, Locals extends object = AnyLocals> {
  (...handlers: RequestHandler<ParamsOf<Pattern>, Locals>[]): Self
  (...handlers: ErrorRequestHandler<ParamsOf<Pattern>, Locals>[]): Self
  (...handlers: Handlers<ParamsOf<Pattern>, Locals>): Self
  <Foreign extends ForeignHandlers>(
    ...handlers: Foreign & Fitting<Foreign, ParamsOf<Pattern>, Locals>
  ): Self
}

/** A method for each verb of HTTP. */
export interface Route<Pattern extends Path = Path, Locals extends object = AnyLocals>
  extends Record<Verb | 'all', AddToRoute<Pattern, Route<Pattern, Locals>, Locals>> {}

/**
 * The handlers of one path. `route.get(fn)` adds one for a method, `route.all(fn)` for every one.
 *
 * @upstream router/lib/route.js#Route
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the verbs that the interface promises are defined below
// biome-ignore lint/correctness/noUnusedVariables: `Locals` is the interface's
export class Route<Pattern extends Path = Path, Locals extends object = AnyLocals> {
  readonly path: Pattern
  readonly stack: Layer[] = []
  /** Which methods have handlers, by lower-case name; `_all` for every one. */
  readonly methods: Record<string, boolean> = Object.create(null)

  constructor(path: Pattern) {
    this.path = path
  }

  /** Walks a request along the handlers of its method. */
  dispatch(req: Request, res: Response, done: NextFunction): void {
    dispatchRoute(this as unknown as Route, req, res, done)
  }

  /** Whether a request with this method would find a handler. */
  _handlesMethod(method: string | undefined): boolean {
    return Boolean(this.methods['_all'] || this.methods[this._methodFor(method) as string])
  }

  /** Which handlers a method gets: `HEAD` those of `GET`, unless it has its own. */
  _methodFor(method: string | undefined): string | undefined {
    const name = typeof method === 'string' ? method.toLowerCase() : method
    return name === 'head' && !this.methods['head'] ? 'get' : name
  }

  /**
   * The methods with handlers, in capitals, with the `HEAD` that comes with `GET`.
   *
   * @param includeAll - Whether handlers for every method show as `*`.
   */
  _methods(includeAll = false): string[] {
    const names = Object.keys(this.methods)
      .filter((name) => name !== '_all' || includeAll)
      .map((name) => (name === '_all' ? '*' : name.toUpperCase()))
    return this.methods['get'] && !this.methods['head'] ? [...names, 'HEAD'] : names
  }

  #add(method: string | undefined, handlers: Handlers): this {
    for (const fn of flattenHandlers(handlers)) {
      const layer = new Layer('/', {}, fn)
      layer.method = method
      this.methods[method ?? '_all'] = true
      this.stack.push(layer)
    }
    return this
  }

  static {
    for (const name of [...METHODS.map((method) => method.toLowerCase()), 'all']) {
      const method = name === 'all' ? undefined : name
      Object.defineProperty(Route.prototype, name, {
        configurable: true,
        writable: true,
        value(this: Route, ...handlers: Handlers) {
          return this.#add(method, handlers)
        },
      })
    }
  }
}

/**
 * Handlers in one list, however deep they were nested.
 *
 * @throws TypeError when there are none, or one is not a function.
 */
export function flattenHandlers(handlers: Handlers) {
  const flat = (handlers as unknown[]).flat(Number.POSITIVE_INFINITY)
  if (flat.length === 0) throw new TypeError('argument handler is required')
  for (const fn of flat) {
    if (typeof fn !== 'function') throw new TypeError('argument handler must be a function')
  }
  return flat as Layer['handle'][]
}
