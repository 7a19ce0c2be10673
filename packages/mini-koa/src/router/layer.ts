/**
 * A layer: one path, some methods, and the middleware that answer there.
 *
 * @module
 * @upstream koajs/router/src/layer.ts
 * @counterpart mini-express/src/router/layer.ts
 */
import { type Key, pathToRegexp } from 'path-to-regexp'
import type { RouterMiddleware } from './index.ts'

/** How a layer's path is read. */
export interface LayerOptions {
  /** For `router.route(name)`. */
  name?: string | undefined
  /** Whether capitals matter. Defaults to `false`. */
  sensitive?: boolean | undefined
  /** Whether a trailing slash matters. Defaults to `false`. */
  strict?: boolean | undefined
}

/**
 * One route: what it matches, and what it runs.
 *
 * @upstream koajs/router/src/layer.ts#Layer
 */
export class Layer {
  readonly name: string | undefined
  /** In capitals; a route for `GET` answers `HEAD` too, and says so first. */
  readonly methods: readonly string[]
  readonly path: string | RegExp
  readonly regexp: RegExp
  /** What the captures of {@link regexp} are called; nothing for a RegExp of the user's own. */
  readonly paramNames: readonly Key[]
  readonly stack: readonly RouterMiddleware[]

  constructor(
    path: string | RegExp,
    methods: readonly string[],
    middleware: readonly RouterMiddleware[],
    options: LayerOptions = {},
  ) {
    refuseNonFunctions(middleware, methods, options.name || path)
    this.name = options.name || undefined
    this.methods = methods.map((method) => method.toUpperCase()).reduce(withHead, [])
    this.path = path
    this.stack = middleware
    const { regexp, keys } = compile(path, options)
    this.regexp = regexp
    this.paramNames = keys
  }

  /** Whether the path is this layer's. @upstream koajs/router/src/layer.ts#match */
  match(path: string): boolean {
    return this.regexp.test(path)
  }

  /** The path's captured parts, still encoded. @upstream koajs/router/src/layer.ts#captures */
  captures(path: string): (string | undefined)[] {
    return path.match(this.regexp)?.slice(1) ?? []
  }

  /**
   * The captures by name, decoded where that is possible, on top of `existing`.
   *
   * @upstream koajs/router/src/layer.ts#params
   */
  params(captures: readonly (string | undefined)[], existing: Params = {}): Params {
    const params = { ...existing }
    captures.forEach((capture, at) => {
      const key = this.paramNames[at]
      if (key && capture) params[key.name] = safeDecodeURIComponent(capture)
    })
    return params
  }
}

/** `ctx.params`: what stood in the path, by name. */
export type Params = Record<string, string>

function compile(path: string | RegExp, { sensitive = false, strict = false }: LayerOptions) {
  if (path instanceof RegExp) return { regexp: path, keys: [] }
  return pathToRegexp(path, { sensitive, end: true, trailing: !strict })
}

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

/** What cannot be decoded is handed over as it came. */
function safeDecodeURIComponent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
