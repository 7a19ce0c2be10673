/**
 * The app: settings, a router, and what becomes of a request that comes to it.
 *
 * @module
 * @upstream express/lib/application.js
 * @counterpart mini-koa/src/application.ts
 */
import { createServer, type IncomingMessage, METHODS, type Server, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { finalHandler } from './final-handler.ts'
import type { Provider } from './provides.ts'
import type { Request } from './request.ts'
import type { Response } from './response.ts'
import { Router, readUseArguments } from './router/index.ts'
import type { GoodPath } from './router/path-params.ts'
import type { Route } from './router/route.ts'
import { matchedRoute } from './router/symbols.ts'
import { compileETag, compileQueryParser, compileTrust } from './settings.ts'
import type {
  AnyLocals,
  App,
  Handlers,
  NextFunction,
  ParamHandler,
  Path,
  RegisterRoute,
  RegisterUse,
  RequestHandler,
  Verb,
} from './types.ts'
import { once } from './utils.ts'
import {
  type Engine,
  type RenderCallback,
  readRenderArguments,
  render,
  View,
  withDot,
} from './view.ts'

/** What `app.listen` makes its server's messages of, so that they are born as this app's. */
export interface MessageClasses {
  IncomingMessage: typeof IncomingMessage
  ServerResponse: typeof ServerResponse
}

/**
 * A setting's value.
 *
 * `any`: an app may have settings of its own, as in `@types/express`.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Setting = any

/** An Express application: a request listener that can be configured, mounted and listened with. */
export interface Application<Locals extends object = AnyLocals>
  extends App,
    Record<Exclude<Verb, 'get'>, RegisterRoute<Application<Locals>, Locals>> {
  (req: IncomingMessage, res: ServerResponse, next?: NextFunction): void

  /** The app that it is mounted in. */
  parent?: Application
  /** For templates and handlers, as long as the app lives. */
  locals: Record<string, Setting> & { settings: Record<string, Setting> } & Express.Locals
  /** What every request inherits: add to it and every handler has it. */
  request: Request
  /** What every response inherits. */
  response: Response
  /** Made on first use, so that `case sensitive routing` and `strict routing` can be set before. */
  readonly router: Router
  /** Views that were found, by name. */
  cache: Record<string, View>
  /** Engines by extension, with the dot. */
  engines: Record<string, Engine>

  /** Reads a setting, or adds handlers for `GET`. */
  get: ((setting: string) => Setting) & RegisterRoute<Application<Locals>, Locals>
  /** Sets a setting. A mounted app inherits those of its parent. */
  set(setting: string, value: unknown): this
  /** Reads a setting. */
  set(setting: string): Setting

  /** Adds handlers for any method and all paths that begin with `path`; an app among them is mounted there. */
  use: UseInApp<Locals>
  /** Adds handlers for every method of one path. */
  all: RegisterRoute<Application<Locals>, Locals>
  /** Adds a route: handlers for the methods of one path. */
  route<Pattern extends Path>(path: GoodPath<Pattern>): Route<Pattern, Locals>
  /** Adds a callback for one parameter, or several: called once a request, before the handlers. */
  param(name: string | readonly string[], fn: ParamHandler): this
  /**
   * Has templates with an extension rendered by an engine. Needed only where the package of that name has no
   * `__express` of its own.
   *
   * @throws Error without a function.
   */
  engine(ext: string, fn: Engine): this

  /** Walks a request along the stack; without a callback it ends in the final handler. */
  handle(req: IncomingMessage, res: ServerResponse, callback?: NextFunction): void
  /** `http.createServer(app).listen(…)`. A callback is also told when listening failed. */
  listen(...args: unknown[]): Server
  init(): void
  defaultConfiguration(): void
}

/** `app.use`: after a {@link provides} the app knows more of `res.locals`. */
export interface UseInApp<Locals extends object> extends RegisterUse<Application<Locals>, Locals> {
  <Added extends object>(provider: Provider<Added>): Application<Locals & Added>
}

/** The classes of each app's messages; not a member, since nobody else is to see them. */
const messageClasses = new WeakMap<object, MessageClasses>()

/** Remembers which classes an app's messages are born with. */
export function bearMessages(app: Application, classes: MessageClasses): void {
  messageClasses.set(app, classes)
}

/** Marks that `trust proxy` was never set, so that a mounted app takes its parent's. */
const trustProxyDefaultSymbol = '@@symbol:trust_proxy_default'

/**
 * What every app is made of.
 *
 * @upstream express/lib/application.js
 */
export const application = {
  init(this: Application): void {
    this.cache = Object.create(null)
    this.engines = Object.create(null)
    this.settings = Object.create(null)
    this.defaultConfiguration()

    let router: Router | undefined
    Object.defineProperty(this, 'router', {
      configurable: true,
      enumerable: true,
      get: () => {
        router ??= new Router({
          caseSensitive: this.enabled('case sensitive routing'),
          strict: this.enabled('strict routing'),
        })
        return router
      },
    })
  },

  defaultConfiguration(this: Application): void {
    const env = process.env['NODE_ENV'] || 'development'
    this.enable('x-powered-by')
    this.set('etag', 'weak')
    this.set('env', env)
    this.set('query parser', 'simple')
    this.set('subdomain offset', 2)
    this.set('trust proxy', false)
    markTrustProxyDefault(this, true)

    this.on('mount', (parent: Application) => inherit(this, parent))
    this.locals = Object.assign(Object.create(null), { settings: this.settings })
    this.mountpath = '/'
    this.set('view', View)
    this.set('views', resolve('views'))
    this.set('jsonp callback name', 'callback')
    if (env === 'production') this.enable('view cache')
  },

  handle(this: Application, req: Request, res: Response, callback?: NextFunction): void {
    const done = callback ?? lastResort(this, req, res)
    if (this.settings['x-powered-by']) res.setHeader('X-Powered-By', 'Express')
    adopt(this, req, res)
    res.locals ??= Object.create(null)
    this.router.handle(req, res, done)
  },

  use(this: Application, ...args: unknown[]): Application {
    const { path, handlers } = readUseArguments(args)
    const flat = handlers.flat(Number.POSITIVE_INFINITY)
    if (flat.length === 0) throw new TypeError('app.use() requires a middleware function')
    for (const fn of flat) {
      if (isApplication(fn)) mount(this, path, fn)
      else this.router.use(path, fn as RequestHandler)
    }
    return this
  },

  route(this: Application, path: Path): Route {
    return this.router.route(path)
  },

  param(this: Application, name: string | readonly string[], fn: ParamHandler): Application {
    for (const one of [name].flat()) this.router.param(one as string, fn)
    return this
  },

  engine(this: Application, ext: string, fn: Engine): Application {
    if (typeof fn !== 'function') throw new Error('callback function required')
    this.engines[withDot(ext)] = fn
    return this
  },

  render(
    this: Application,
    name: string,
    ...args: [(object | RenderCallback | null)?, RenderCallback?]
  ): void {
    const [options, callback] = readRenderArguments(...args)
    render(this, name, options, callback as RenderCallback)
  },

  set(this: Application, ...args: [setting: string, value?: unknown]): Setting {
    const [setting, value] = args
    if (args.length === 1) return this.settings[setting]
    this.settings[setting] = value
    compileSetting(this, setting, value)
    return this
  },

  enabled(this: Application, setting: string): boolean {
    return Boolean(this.set(setting))
  },

  disabled(this: Application, setting: string): boolean {
    return !this.set(setting)
  },

  enable(this: Application, setting: string): Application {
    return this.set(setting, true)
  },

  disable(this: Application, setting: string): Application {
    return this.set(setting, false)
  },

  path(this: Application): string {
    return this.parent ? this.parent.path() + this.mountpath : ''
  },

  all(this: Application, path: Path, ...handlers: Handlers): Application {
    const route = this.route(path)
    for (const verb of verbs) Reflect.apply(route[verb], route, handlers)
    return this
  },

  listen(this: Application, ...args: unknown[]): Server {
    const server = createServer(messageClasses.get(this) ?? {}, this)
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      const done = once(callback as () => void)
      server.once('error', done)
      args.splice(-1, 1, done)
    }
    return Reflect.apply(server.listen, server, args)
  },
}

const verbs = METHODS.map((name) => name.toLowerCase()) as Verb[]

for (const verb of verbs) {
  Object.assign(application, {
    [verb](this: Application, path: Path, ...handlers: Handlers): unknown {
      // `get` with one argument reads a setting.
      if (verb === 'get' && handlers.length === 0) return this.set(path as string)
      const route = this.route(path)
      Reflect.apply(route[verb], route, handlers)
      return this
    },
  })
}

/** The final handler; fast because it is made only for a request that comes to it. */
function lastResort(app: Application, req: Request, res: Response): NextFunction {
  const env = app.settings['env']
  return (err) => finalHandler(req, res, { env, onerror: logError(app) })(err)
}

/** Makes Node's messages this app's. Those of `app.listen` are born so. */
function adopt(app: Application, req: Request, res: Response): void {
  req.res = res
  Object.assign(res, { req })
  if (Object.getPrototypeOf(req) !== app.request) {
    growRequest(req)
    Object.setPrototypeOf(req, app.request)
  }
  if (Object.getPrototypeOf(res) !== app.response) {
    growResponse(res)
    Object.setPrototypeOf(res, app.response)
  }
}

/**
 * Gives a message of anybody else's server all that a walk will write to it, while it still has its first prototype:
 * fast because V8 finds properties that are added after the change anew for each message, and these before.
 */
function growRequest(req: Request & { _parsedUrl?: unknown; _eventsCount?: number }): void {
  const { next, baseUrl, originalUrl, params, route, _parsedUrl, _eventsCount } = req
  const { [matchedRoute]: pattern } = req
  req.next = next
  req.baseUrl = baseUrl
  req.originalUrl = originalUrl
  req.params = params
  req.route = route as Route
  req[matchedRoute] = pattern
  // Of the libraries': parseurl's, and the first listener's.
  req._parsedUrl = _parsedUrl
  req._eventsCount = _eventsCount as number
}

/** The same for a response; one of HTTP/2 keeps its status elsewhere. */
function growResponse(res: Response): void {
  const { locals, statusCode, statusMessage } = res
  res.locals = locals
  if (!(res instanceof ServerResponse)) return
  res.statusCode = statusCode
  res.statusMessage = statusMessage
}

function isApplication(fn: unknown): fn is Application {
  return Boolean(fn && (fn as Application).handle && (fn as Application).set)
}

/** A mounted app sees the request as its own; what follows it sees it as ours again. */
function mount(app: Application, path: Path, child: Application): void {
  child.mountpath = path
  child.parent = app
  app.router.use(path, function mounted_app(req, res, next) {
    const owner = req.app as Application
    child.handle(req, res, (err) => {
      Object.setPrototypeOf(req, owner.request)
      Object.setPrototypeOf(res, owner.response)
      next(err)
    })
  })
  child.emit('mount', app)
}

/** @upstream express/lib/application.js#defaultConfiguration */
function inherit(app: Application, parent: Application): void {
  const untouched = app.settings[trustProxyDefaultSymbol] === true
  if (untouched && typeof parent.settings['trust proxy fn'] === 'function') {
    delete app.settings['trust proxy']
    delete app.settings['trust proxy fn']
  }
  for (const member of ['request', 'response', 'engines', 'settings'] as const) {
    Object.setPrototypeOf(app[member], parent[member])
  }
}

function compileSetting(app: Application, setting: string, value: unknown): void {
  if (setting === 'etag') app.set('etag fn', compileETag(value))
  if (setting === 'query parser') app.set('query parser fn', compileQueryParser(value))
  if (setting === 'trust proxy') {
    app.set('trust proxy fn', compileTrust(value))
    markTrustProxyDefault(app, false)
  }
}

/** Not enumerable: it is nobody's setting. */
function markTrustProxyDefault(app: Application, value: boolean): void {
  Object.defineProperty(app.settings, trustProxyDefaultSymbol, { configurable: true, value })
}

/** @upstream express/lib/application.js#logerror */
function logError(app: Application): (err: unknown) => void {
  return (err) => {
    if (app.get('env') !== 'test') console.error(err)
  }
}
