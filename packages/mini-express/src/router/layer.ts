/**
 * A layer: one path and one function.
 *
 * A router is a list of layers; a request walks along it until somebody answers.
 *
 * @module
 * @upstream router/lib/layer.js
 * @counterpart mini-koa/src/router/layer.ts
 */
import { match as compileMatch } from 'path-to-regexp'
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type {
  AnyParams,
  ErrorRequestHandler,
  NextFunction,
  Path,
  RequestHandler,
} from '../types.ts'
import { forwardRejection } from './promise.ts'
import type { Route } from './route.ts'
import { matchedRoute } from './symbols.ts'
import { isTraced, trace } from './tracing.ts'

/** How a layer's path is read. */
export interface LayerOptions {
  /** Whether capitals matter. */
  sensitive?: boolean | undefined
  /** Whether a trailing slash matters. */
  strict?: boolean | undefined
  /** `false`: the path need only be the beginning, as for `use`. */
  end?: boolean | undefined
}

/** What a path gave. It belongs to one request: nothing of it is kept on the layer. */
export class Match {
  readonly params: AnyParams
  /** The part of the path that matched; empty for `/` of a `use`. */
  readonly path: string
  /** The names in {@link params}. */
  readonly keys: readonly string[]
  /** The one of the layer's paths that matched, as registered. */
  readonly pattern: string | RegExp

  constructor(params: AnyParams, path: string, keys: readonly string[], pattern: string | RegExp) {
    this.params = params
    this.path = path
    this.keys = keys
    this.pattern = pattern
  }
}

type Matched = Pick<Match, 'params' | 'path'> | false
type Matcher = (path: string) => Matched

/**
 * One path, or several, and the function that runs there.
 *
 * @upstream router/lib/layer.js#Layer
 */
export class Layer {
  readonly handle: RequestHandler | ErrorRequestHandler
  readonly name: string
  /** The path as registered, nested lists made flat. */
  readonly rawPath: string | RegExp | (string | RegExp)[]
  /** A `use` without a path: it matches everything and takes nothing away. */
  readonly slash: boolean
  readonly matchers: readonly Matcher[]
  /** The path itself where it is plain text: all that `match` needs to see. */
  readonly literal: string | undefined
  /** The route whose handlers this layer leads to; none for `use`. */
  route: Route | undefined
  /** For a layer inside a route: the only method it answers, in lower case. */
  method: string | undefined

  constructor(path: Path, options: LayerOptions, fn: RequestHandler | ErrorRequestHandler) {
    this.handle = fn
    this.name = fn.name || '<anonymous>'
    this.rawPath = Array.isArray(path)
      ? (path.flat(Number.POSITIVE_INFINITY) as (string | RegExp)[])
      : (path as string | RegExp)
    this.slash = path === '/' && options.end === false
    this.matchers = [this.rawPath].flat().map((one) => matcher(one, options))
    this.literal = literalOf(this.rawPath, options)
  }

  /**
   * What the path gives, or `false`. Fast because plain text is compared before any RegExp is run.
   *
   * @throws URIError with status 400 for a parameter that cannot be decoded.
   * @upstream router/lib/layer.js#match
   */
  match(path: string): Match | false {
    const { literal, matchers, rawPath } = this
    if (this.slash) return new Match({}, '', NO_KEYS, '/')
    if (path === literal) return new Match(Object.create(null), path, NO_KEYS, rawPath as string)
    for (let at = 0; at < matchers.length; at += 1) {
      const matched = (matchers[at] as Matcher)(path)
      if (!matched) continue
      const pattern = Array.isArray(rawPath) ? (rawPath[at] as string | RegExp) : rawPath
      return new Match(matched.params, matched.path, Object.keys(matched.params), pattern)
    }
    return false
  }

  /**
   * Runs the function for a request, unless it is made for errors. What it throws, and what its promise is
   * rejected with, goes to `next`.
   *
   * @upstream router/lib/layer.js#handleRequest
   */
  handleRequest(req: Request, res: Response, next: NextFunction): void {
    const fn = this.handle as RequestHandler
    if (fn.length > 3) {
      next()
      return
    }
    // Of a route the handlers are traced, one by one, not the layer that leads to them.
    if (isTraced() && !this.route) {
      const context = { req, res, layer: this, handler: fn, route: req[matchedRoute] }
      trace(context, (traced) => fn(req, res, traced), next)
      return
    }
    try {
      forwardRejection(fn(req, res, next), next)
    } catch (err) {
      next(err)
    }
  }

  /**
   * Runs the function for an error, if it is made for one: that is, if it has exactly four parameters.
   *
   * @upstream router/lib/layer.js#handleError
   */
  handleError(error: unknown, req: Request, res: Response, next: NextFunction): void {
    const fn = this.handle as ErrorRequestHandler
    if (fn.length !== 4) {
      next(error)
      return
    }
    if (isTraced()) {
      const what = {
        layer: this,
        handler: fn,
        route: req[matchedRoute],
        errorHandler: true,
      } as const
      const context = { req, res, incomingError: error, ...what }
      trace(context, (traced) => fn(error, req, res, traced), next)
      return
    }
    try {
      forwardRejection(fn(error, req, res, next), next)
    } catch (err) {
      next(err)
    }
  }
}

const NO_KEYS: readonly string[] = []

/** Nothing for a list, and for a path that need not be the whole: there is more to it than to be equal. */
function literalOf(
  path: Layer['rawPath'],
  { strict, end = true }: LayerOptions,
): string | undefined {
  if (typeof path !== 'string' || !end || GRAMMAR.test(path)) return undefined
  return strict ? path : loosen(path)
}

/** The characters that mean something in a path; one without any is plain text. */
export const GRAMMAR = /[!()*+:?[\\\]{}]/

function matcher(path: string | RegExp, options: LayerOptions): Matcher {
  return path instanceof RegExp ? regExpMatcher(path) : stringMatcher(path, options)
}

function stringMatcher(path: string, options: LayerOptions): Matcher {
  if (typeof path !== 'string' || GRAMMAR.test(path)) return compile(path, options)
  let compiled: Matcher | undefined
  return (target) => {
    // Plain text is most often found equal, and cannot be wrong: its RegExp is made when it is first needed.
    compiled ??= compile(path, options)
    return compiled(target)
  }
}

function compile(path: string, { sensitive = false, strict, end = true }: LayerOptions): Matcher {
  const compiled = compileMatch(strict ? path : loosen(path), {
    sensitive,
    end,
    trailing: !strict,
    decode: decodeParam,
  })
  return compiled as Matcher
}

/** Named groups by name, the others by number, counting only those without a name. */
function regExpMatcher(pattern: RegExp): Matcher {
  let unnamed = 0
  const keys = [...pattern.source.matchAll(CAPTURING_GROUP)].map(([, name]) => name || unnamed++)
  return (path) => {
    const found = pattern.exec(path)
    if (!found) return false
    const params: AnyParams = {}
    for (const [at, capture] of found.slice(1).entries()) {
      const value = decodeParam(capture)
      if (value !== undefined) params[keys[at] as string] = value
    }
    return { params, path: found[0] }
  }
}

// capturing-group = "(" [ "?<" name ">" ], not followed by "?"
const CAPTURING_GROUP = /\((?:\?<(.*?)>)?(?!\?)/g

/** Without strict routing a trailing slash in the pattern says nothing. @upstream router/lib/layer.js#loosen */
function loosen(path: string): string {
  return path === '/' ? path : String(path).replace(/\/+$/, '')
}

/** @upstream router/lib/layer.js#decodeParam */
function decodeParam(value: string): string
function decodeParam(value: string | undefined): string | undefined
function decodeParam(value: string | undefined): string | undefined {
  if (!value?.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch (err) {
    // The client's mistake, not ours.
    throw Object.assign(err as Error, {
      message: `Failed to decode param '${value}'`,
      statusCode: 400,
      status: 400,
    })
  }
}
