/**
 * The app: a list of middleware, and what becomes of a request that comes to it.
 *
 * @module
 * @upstream koa/lib/application.js
 * @counterpart mini-express/src/application.ts
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { debuglog, format, inspect } from 'node:util'
import v8 from 'node:v8'
import createHttpError from 'http-errors'
import type Keygrip from 'keygrip'
import { compose } from './compose.ts'
import { Context, isNativeError } from './context.ts'
import { only } from './only.ts'
import type { Provider } from './provides.ts'
import { Request } from './request.ts'
import { respond } from './respond.ts'
import { Response } from './response.ts'
import { onSocketError } from './socket-error.ts'
import type * as Types from './types.ts'

const debug = debuglog('koa:application')

/**
 * A Koa application. `State` is the type of `ctx.state`; `Custom` is what has been added to `app.context`.
 *
 * Emits `error` with the error and its context; without a listener it prints the error itself.
 *
 * @example
 * ```ts
 * const app = new Koa()
 * app.use(async (ctx) => { ctx.body = 'hello' })
 * app.listen(3000)
 * ```
 * @upstream koa/lib/application.js
 * @counterpart mini-express/src/express.ts
 */
export class Application<
  State = Types.DefaultState,
  Custom = Types.DefaultContext,
> extends EventEmitter {
  /** Makes an HTTP error. */
  static createHttpError = createHttpError
  /** The class of all HTTP errors. */
  static HttpError = createHttpError.HttpError
  /** Tells whether something is an HTTP error. */
  static isHttpError = createHttpError.isHttpError

  /** For `require('koa').default`. */
  static get default(): typeof Application {
    return Application
  }

  declare env: string
  declare keys?: Keygrip | string[]
  declare proxy: boolean
  declare subdomainOffset: number
  declare proxyIpHeader: string
  declare maxIpsCount: number
  declare compose: Types.Compose
  /** Keeps the app from printing errors. */
  declare silent?: boolean
  middleware: Types.Middleware<State, Custom>[] = []
  /** What every context inherits: add to it and every middleware has it. */
  context: Context & Custom = Object.create(Context.prototype)
  /** What every `ctx.request` inherits. */
  request: Request = Object.create(Request.prototype)
  /** What every `ctx.response` inherits. */
  response: Response = Object.create(Response.prototype)
  declare ctxStorage?: AsyncLocalStorage<Types.Context<State> & Custom> | null

  constructor(options?: Types.ApplicationOptions) {
    super()
    const settings = options || {}
    this.proxy = settings.proxy || false
    this.subdomainOffset = settings.subdomainOffset || 2
    this.proxyIpHeader = settings.proxyIpHeader || 'X-Forwarded-For'
    this.maxIpsCount = settings.maxIpsCount || 0
    this.env = settings.env || process.env['NODE_ENV'] || 'development'
    this.compose = settings.compose || compose
    if (settings.keys) this.keys = settings.keys
    if (settings.asyncLocalStorage) openStorage(this, settings.asyncLocalStorage)
  }

  /** `http.createServer(app.callback()).listen(…)` in one. */
  listen(...args: Parameters<Server['listen']>): Server
  listen(...args: unknown[]): Server
  listen(...args: unknown[]): Server {
    debug('listen')
    const server = createServer(this.callback())
    return Reflect.apply(server.listen, server, args)
  }

  /**
   * Adds a middleware to the end of the stack.
   *
   * @returns The app; after a {@link provides} the same one, which knows more of its state.
   * @throws TypeError for anything but a function.
   * @upstream koa/lib/application.js#use
   * @counterpart mini-express/src/application.ts#use
   */
  use<Added>(middleware: Provider<Added>): Application<State & Added, Custom>
  use(middleware: Types.Middleware<State, Custom>): this
  use<Foreign extends { state: unknown }>(middleware: Types.ForeignMiddleware<State, Foreign>): this
  use(middleware: unknown): this {
    if (typeof middleware !== 'function') throw new TypeError('middleware must be a function!')
    debug('use %s', (middleware as { _name?: string })._name || middleware.name || '-')
    this.middleware.push(middleware as Types.Middleware<State, Custom>)
    return this
  }

  /**
   * The listener for Node's server. The stack is composed now: middleware that come later are not in it.
   *
   * @upstream koa/lib/application.js#callback
   */
  callback(): RequestListener {
    const fn = this.compose(this.middleware)
    if (!this.listenerCount('error')) this.on('error', this.onerror)

    return (req, res) => {
      const ctx = this.createContext(req, res)
      if (!this.ctxStorage) return this.handleRequest(ctx, fn)
      return this.ctxStorage.run(ctx, async () => await this.handleRequest(ctx, fn))
    }
  }

  /** The context of the request being handled, with the `asyncLocalStorage` option. */
  get currentContext(): (Types.Context<State> & Custom) | undefined {
    return this.ctxStorage ? this.ctxStorage.getStore() : undefined
  }

  /**
   * Runs the stack for one request, then answers; an error anywhere ends in `ctx.onerror`.
   *
   * @upstream koa/lib/application.js#handleRequest
   * @counterpart mini-express/src/application.ts#handle
   */
  handleRequest(
    ctx: Types.Context<State>,
    fn: (ctx: Types.Context<State>) => Promise<unknown>,
  ): Promise<unknown> {
    const onerror = (err: unknown) => ctx.onerror(err)
    // Nobody has answered yet.
    ctx.res.statusCode = 404
    onSocketError(ctx.res, onerror)
    return fn(ctx)
      .then(() => respond(ctx as Context))
      .catch(onerror)
  }

  /**
   * The context of one request, its request and its response, each of which knows the others.
   *
   * @upstream koa/lib/application.js#createContext
   */
  createContext(req: IncomingMessage, res: ServerResponse): Types.Context<State> & Custom {
    const context: Context & Custom = Object.create(this.context)
    const request: Request = Object.create(this.request)
    const response: Response = Object.create(this.response)
    context.request = request
    context.response = response
    context.app = request.app = response.app = this as unknown as Application
    context.req = request.req = response.req = req
    context.res = request.res = response.res = res
    request.ctx = response.ctx = context
    request.response = response
    response.request = request
    context.originalUrl = request.originalUrl = req.url as string
    context.state = {}
    return context as Types.Context<State> & Custom
  }

  /**
   * Prints an error that nobody listens to; not one that the client was told, nor a 404.
   *
   * @throws TypeError for something that is no error.
   * @upstream koa/lib/application.js#onerror
   */
  onerror(err: Error & { status?: number; expose?: boolean }): void {
    if (!isNativeError(err)) throw new TypeError(format('non-error thrown: %j', err))
    if (err.status === 404 || err.expose || this.silent) return
    const text = err.stack || err.toString()
    console.error(`\n${text.replace(/^/gm, '  ')}\n`)
  }

  /** The settings worth showing. */
  toJSON(): object {
    return only(this, ['subdomainOffset', 'proxy', 'env'])
  }

  /** What `util.inspect` shows. */
  inspect(): object {
    return this.toJSON()
  }

  [inspect.custom](): object {
    return this.inspect()
  }
}

/** The names by which `@types/koa` has its types: `Koa.Context`, `Koa.Middleware` … */
export declare namespace Application {
  type Context<State = DefaultState> = Types.Context<State>
  type DefaultContext = Types.DefaultContext
  type DefaultState = Types.DefaultState
  type Middleware<State = DefaultState, Custom = DefaultContext> = Types.Middleware<State, Custom>
  type Next = Types.Next
  type ParameterizedContext<
    State = DefaultState,
    Custom = DefaultContext,
    Body = unknown,
  > = Types.ParameterizedContext<State, Custom, Body>
  type Request = Types.Request
  type Response = Types.Response
}

/** Opens the app's storage. A startup snapshot cannot hold one: there it is opened once the snapshot runs. */
function openStorage(
  app: { ctxStorage?: unknown },
  wanted: true | AsyncLocalStorage<unknown>,
): void {
  const open = () => {
    app.ctxStorage = wanted instanceof AsyncLocalStorage ? wanted : new AsyncLocalStorage()
  }
  if (!v8.startupSnapshot?.isBuildingSnapshot?.()) {
    open()
    return
  }
  app.ctxStorage = null
  v8.startupSnapshot.addDeserializeCallback(open)
}

/**
 * Errors of another copy of `http-errors` count as HTTP errors too.
 *
 * @upstream koa/lib/application.js#isHttpErrorLike
 */
Object.defineProperty(createHttpError.HttpError, Symbol.hasInstance, {
  configurable: true,
  value(this: unknown, err: unknown): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this as () => void, err)) return true
    return this === createHttpError.HttpError && isHttpErrorLike(err)
  },
})

function isHttpErrorLike(value: unknown): boolean {
  if (!(value instanceof Error)) return false
  const { expose, status, statusCode } = value as Error & Record<string, unknown>
  return typeof expose === 'boolean' && typeof statusCode === 'number' && status === statusCode
}
