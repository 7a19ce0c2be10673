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
import { format, inspect } from 'node:util'
import v8 from 'node:v8'
import createHttpError from 'http-errors'
import type Keygrip from 'keygrip'
import onFinished from 'on-finished'
import { type Composed, compose } from './compose.ts'
import { Context, isNativeError } from './context.ts'
import { only } from './only.ts'
import { Request } from './request.ts'
import { respond } from './respond.ts'
import { Response } from './response.ts'
import type { ApplicationOptions, Compose, DefaultState, Middleware } from './types.ts'

/**
 * A Koa application. `State` is the type of `ctx.state`.
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
 */
export class Application<State = DefaultState> extends EventEmitter {
  /** Makes HTTP errors; the class of all of them; tells whether something is one. */
  static createHttpError = createHttpError
  static HttpError = createHttpError.HttpError
  static isHttpError = createHttpError.isHttpError

  /** For `require('koa').default`. */
  static get default(): typeof Application {
    return Application
  }

  env: string
  keys?: Keygrip | string[]
  proxy: boolean
  subdomainOffset: number
  proxyIpHeader: string
  maxIpsCount: number
  compose: Compose<State>
  /** Keeps the app from printing errors. */
  silent?: boolean
  middleware: Middleware<State>[] = []
  /** What every context, request and response inherits: add to it and every handler has it. */
  context: Context<State> = Object.create(Context.prototype)
  request: Request = Object.create(Request.prototype)
  response: Response = Object.create(Response.prototype)
  ctxStorage?: AsyncLocalStorage<Context<State>> | null

  constructor(options: ApplicationOptions<State> = {}) {
    super()
    this.proxy = options.proxy || false
    this.subdomainOffset = options.subdomainOffset || 2
    this.proxyIpHeader = options.proxyIpHeader || 'X-Forwarded-For'
    this.maxIpsCount = options.maxIpsCount || 0
    this.env = options.env || process.env['NODE_ENV'] || 'development'
    this.compose = options.compose || compose
    if (options.keys) this.keys = options.keys
    if (options.asyncLocalStorage) this.#openStorage(options.asyncLocalStorage)
  }

  /** `http.createServer(app.callback()).listen(…)` in one. */
  listen(...args: Parameters<Server['listen']>): Server
  listen(...args: unknown[]): Server
  listen(...args: unknown[]): Server {
    const server = createServer(this.callback())
    return Reflect.apply(server.listen, server, args)
  }

  /**
   * Adds a middleware to the end of the stack.
   *
   * @throws TypeError for anything but a function.
   */
  use(middleware: Middleware<State>): this {
    if (typeof middleware !== 'function') throw new TypeError('middleware must be a function!')
    this.middleware.push(middleware)
    return this
  }

  /**
   * The listener for Node's server. The stack is composed now: later middleware are not in it.
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
  get currentContext(): Context<State> | undefined {
    return this.ctxStorage?.getStore()
  }

  /**
   * Runs the stack for one request, then answers; an error anywhere ends in `ctx.onerror`.
   *
   * @upstream koa/lib/application.js#handleRequest
   * @counterpart mini-express/src/application.ts#handle
   */
  handleRequest(ctx: Context<State>, fn: Composed<Context<State>>): Promise<unknown> {
    const onerror = (err: unknown) => ctx.onerror(err)
    // Nobody has answered yet.
    ctx.res.statusCode = 404
    onFinished(ctx.res, onerror)
    return fn(ctx)
      .then(() => respond(ctx as Context))
      .catch(onerror)
  }

  /**
   * The context of one request, its request and its response, each knowing the others.
   *
   * @upstream koa/lib/application.js#createContext
   */
  createContext(req: IncomingMessage, res: ServerResponse): Context<State> {
    const context: Context<State> = Object.create(this.context)
    const request: Request = Object.create(this.request)
    const response: Response = Object.create(this.response)
    const app = this as unknown as Application
    context.request = request
    context.response = response
    context.app = this
    request.app = response.app = app
    context.req = request.req = response.req = req
    context.res = request.res = response.res = res
    request.ctx = response.ctx = context as Context
    request.response = response
    response.request = request
    context.originalUrl = request.originalUrl = req.url as string
    context.state = {} as State
    return context
  }

  /**
   * Prints an error that nobody else listens to; not one that the client was told, nor a 404.
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

  /** A storage cannot be part of a startup snapshot: it is opened when the snapshot is started. */
  #openStorage(wanted: true | AsyncLocalStorage<Context<State>>): void {
    const open = () => {
      this.ctxStorage = wanted instanceof AsyncLocalStorage ? wanted : new AsyncLocalStorage()
    }
    if (v8.startupSnapshot?.isBuildingSnapshot?.()) {
      this.ctxStorage = null
      v8.startupSnapshot.addDeserializeCallback(open)
    } else open()
  }
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
