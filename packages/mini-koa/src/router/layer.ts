/**
 * A layer: one path, some methods, and the middleware that answer there.
 *
 * @module
 * @upstream koajs/router/src/layer.ts
 * @counterpart mini-express/src/router/layer.ts
 */
import { type Key, pathToRegexp } from 'path-to-regexp'
import { insertParam, type ParamMiddleware, paramMiddleware } from './param.ts'
import type { AnyParams, RouterMiddleware } from './types.ts'
import { buildUrl } from './url.ts'

/** How a layer's path is read. */
export interface LayerOptions {
  /** For `router.route(name)` and `router.url(name)`. */
  name?: string | null | undefined
  /** Whether capitals matter. Defaults to `false`. */
  sensitive?: boolean | undefined
  /** Whether a trailing slash matters. Defaults to `false`. */
  strict?: boolean | undefined
  /** Whether a trailing slash is allowed. Defaults to what `strict` is not. */
  trailing?: boolean | undefined
  /** Whether the path has to end there. Defaults to `true`; middleware match whatever is below their path. */
  end?: boolean | undefined
  /** Where the router stood when the layer was made. */
  prefix?: string | undefined
  /** Whether what was captured is forgotten. */
  ignoreCaptures?: boolean | undefined
  /** A wildcard that is no param, since nobody but the router wrote it. */
  ignoreWildcardParameter?: string | number | undefined
  /** Whether the path is the source of a RegExp, or one. */
  pathAsRegExp?: boolean | undefined
}

/** One function in a layer's stack: the user's, or one that runs a param's handler. */
export type LayerMiddleware = RouterMiddleware & Partial<ParamMiddleware>

/**
 * One route, or one `use`: what it matches, and what it runs.
 *
 * @upstream koajs/router/src/layer.ts#Layer
 */
export class Layer {
  opts: LayerOptions
  name: string | undefined
  /** In capitals; none means any. A route for `GET` answers `HEAD` too, and says so first. */
  methods: string[]
  /** What the captures of {@link regexp} are called; nothing for a RegExp of the user's own. */
  paramNames: Key[] = []
  stack: LayerMiddleware[]
  path: string | RegExp
  declare regexp: RegExp
  /** The path itself where it is plain text, with nothing in it to capture or to leave out. */
  declare literal: string | undefined

  /**
   * @throws Error for a middleware that is no function.
   * @throws TypeError for a path that path-to-regexp cannot read.
   */
  constructor(
    path: string | RegExp,
    methods: readonly string[],
    middleware: RouterMiddleware | RouterMiddleware[],
    options: LayerOptions = {},
  ) {
    this.opts = options
    this.name = options.name || undefined
    this.methods = methods.map((method) => method.toUpperCase()).reduce(withHead, [])
    this.stack = Array.isArray(middleware) ? middleware : [middleware]
    refuseNonFunctions(this.stack, methods, options.name || path)
    this.path = path
    if (options.pathAsRegExp === true) this.regexp = asRegExp(path)
    else if (path) compile(this)
  }

  /**
   * Whether a path is this layer's. Fast because plain text is compared before any RegExp is run.
   *
   * @upstream koajs/router/src/layer.ts#match
   */
  match(path: string): boolean {
    return path === this.literal || this.regexp.test(path)
  }

  /**
   * The captured parts of a path, still encoded.
   *
   * @upstream koajs/router/src/layer.ts#captures
   */
  captures(path: string): (string | undefined)[] {
    if (this.opts.ignoreCaptures || path === this.literal) return []
    return path.match(this.regexp)?.slice(1) ?? []
  }

  /**
   * The captures by name, decoded where that is possible, on top of `existing`.
   *
   * @param _path - Not used; there since upstream has it.
   * @upstream koajs/router/src/layer.ts#params
   */
  params(
    _path: string,
    captures: readonly (string | undefined)[],
    existing: AnyParams = {},
  ): AnyParams {
    const params = { ...existing }
    for (let at = 0; at < captures.length; at += 1) {
      const [key, capture] = [this.paramNames[at], captures[at]]
      if (!key || !capture || ignores(this, key)) continue
      params[key.name] = safeDecodeURIComponent(capture)
    }
    return params
  }

  /**
   * Builds the URL of this route.
   *
   * @throws TypeError for a route that was given as a RegExp.
   * @upstream koajs/router/src/layer.ts#url
   */
  url(...args: unknown[]): string {
    return buildUrl(this.path, args)
  }

  /**
   * Runs a param's handler before the rest, where the path has that param.
   *
   * @upstream koajs/router/src/layer.ts#param
   */
  param(name: string, handler: ParamMiddleware['_originalFn']): this {
    insertParam(
      this.stack,
      paramMiddleware(name, handler),
      this.paramNames.map((key) => key.name),
    )
    return this
  }

  /**
   * Puts a prefix in front of the path. A RegExp stays as it is.
   *
   * @upstream koajs/router/src/layer.ts#setPrefix
   */
  setPrefix(prefix: string): this {
    if (!this.path || this.path instanceof RegExp) return this
    const hasParams = prefix.includes(':')
    const isRoot = this.path === '/' && this.opts.strict !== true
    if (hasParams && this.opts.pathAsRegExp === true && this.path === ANYWHERE) {
      this.path = EVERYTHING_BELOW
      this.opts.pathAsRegExp = false
    }
    this.path = isRoot ? prefix : prefix + this.path
    if (this.opts.pathAsRegExp === true && !hasParams) this.regexp = asRegExp(anchored(this.path))
    else {
      this.opts.pathAsRegExp &&= false
      compile(this)
    }
    return this
  }

  /** A copy that can be given another prefix and other params. */
  clone(): Layer {
    const copy: Layer = Object.create(Object.getPrototypeOf(this))
    return Object.assign(copy, this, {
      stack: [...this.stack],
      methods: [...this.methods],
      paramNames: [...this.paramNames],
      opts: { ...this.opts },
    })
  }
}

/** Makes the RegExp of a path in path-to-regexp's grammar. */
function compile(layer: Layer): void {
  const { sensitive = false, end = true, strict = false, trailing = strict !== true } = layer.opts
  const path = layer.path as string
  const { regexp, keys } = pathToRegexp(path, { sensitive, end, trailing })
  layer.regexp = regexp
  layer.paramNames = keys
  layer.literal = GRAMMAR.test(path) ? undefined : path
}

function ignores(layer: Layer, { name, type }: Key): boolean {
  return type === 'wildcard' && name === layer.opts.ignoreWildcardParameter
}

/** The path of a middleware that was given none: a RegExp's source. */
export const ANYWHERE = String.raw`(?:\/|$)`

/** The same for a router whose prefix has params, which only path-to-regexp's grammar can read. */
export const EVERYTHING_BELOW = '{/*rest}'

/** The characters that mean something in a path; one without any is plain text. */
export const GRAMMAR = /[!()*+:?[\\\]{}]/

function withHead(methods: string[], method: string): string[] {
  return method === 'GET' ? ['HEAD', ...methods, method] : [...methods, method]
}

function refuseNonFunctions(
  middleware: readonly unknown[],
  methods: readonly string[],
  route: string | RegExp,
): void {
  for (const fn of middleware) {
    if (typeof fn === 'function') continue
    throw new Error(
      `${methods} \`${route}\`: \`middleware\` must be a function, not \`${typeof fn}\``,
    )
  }
}

function asRegExp(path: string | RegExp): RegExp {
  return path instanceof RegExp ? path : new RegExp(path)
}

function anchored(source: string): string {
  return source.startsWith('^') ? source : `^${source}`
}

/** What cannot be decoded is handed over as it came. */
function safeDecodeURIComponent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
