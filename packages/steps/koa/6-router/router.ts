/**
 * A router: a middleware that chooses middleware.
 *
 * Nothing is walked here, as Express's router walks. The layers that match are found first, all of them; then their
 * middleware are one stack, run as the app's own is.
 *
 * @module
 */
import { match } from 'path-to-regexp'
import { compose, type Middleware, type Next } from '../1-compose/compose.ts'
import type { Context } from '../5-delegation/context.ts'

/** What a route's middleware gets. */
export interface RouterContext extends Context {
  /** What the path gave: `{ id: '7' }` for `/users/:id`. */
  params: Params
}

/** The parts of a path that were named. */
export type Params = Record<string, string>

/** The methods by which a path is given middleware. Node knows some thirty more. */
const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Verb = (typeof VERBS)[number]

/** Middleware, and the requests that they are for. */
interface Layer {
  path: string
  /** None for `use`, which alone answers nothing. */
  verb?: Verb
  stack: Middleware<RouterContext>[]
}

/** Collects routes, and makes one middleware of them. */
export class Router {
  readonly #layers: Layer[] = []

  declare get: Register<this>
  declare post: Register<this>
  declare put: Register<this>
  declare patch: Register<this>
  declare delete: Register<this>

  static {
    for (const verb of VERBS) {
      Router.prototype[verb] = function register(this: Router, path, ...stack) {
        this.#layers.push({ path, verb, stack })
        return this
      }
    }
  }

  /** For every route that matches: what is used here runs only if one does. */
  use(...stack: Middleware<RouterContext>[]): this {
    this.#layers.push({ path: '{/*rest}', stack })
    return this
  }

  // #region routes
  /** The router as one middleware. */
  routes(): Middleware<Context> {
    return (ctx, next) => {
      const matched = this.#layers.flatMap((layer) => matching(layer, ctx))
      if (!matched.some(({ verb }) => verb)) return next()
      const stack = matched.flatMap(({ params, stack }) => [entering(params), ...stack])
      return compose([...stack, () => next()])(ctx as RouterContext)
    }
  }
  // #endregion routes
}

type Register<Self> = (path: string, ...stack: Middleware<RouterContext>[]) => Self

/** A list of one, or of none. */
function matching({ path, verb, stack }: Layer, ctx: Context) {
  if (verb && !isFor(verb, ctx.method)) return []
  const found = match<Params>(path)(ctx.path)
  return found ? [{ verb, stack, params: verb ? found.params : {} }] : []
}

function isFor(verb: Verb, method: string): boolean {
  return method.toLowerCase() === verb || (method === 'HEAD' && verb === 'get')
}

/** Layers further in know what those further out have found. */
function entering(params: Params): Middleware<RouterContext> {
  return function enter(ctx: RouterContext, next: Next) {
    ctx.params = { ...ctx.params, ...params }
    return next()
  }
}
