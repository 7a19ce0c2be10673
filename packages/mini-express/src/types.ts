/**
 * The types that a user meets: handlers, and the ways to add them.
 *
 * `Request`, `Response` and {@link App} hold the members that `@types/express` has, no more that are required and none
 * narrower, so that handlers typed by either run in either.
 *
 * @module
 */
import type { EventEmitter } from 'node:events'
import type { Setting } from './application.ts'
import type { Request } from './request.ts'
import type { Response } from './response.ts'
import type { AnyParams, GoodPath, ParamsOf, Path } from './router/path-params.ts'
import type { RenderCallback } from './view.ts'

export type { AnyParams, ParamsOf, Path } from './router/path-params.ts'

declare global {
  /** Where packages such as multer and passport declare what they add; the same that `@types/express` reads. */
  namespace Express {
    interface Request {}
    interface Response {}
    interface Locals {}
    interface Application {}
  }
}

/**
 * What `res.locals` holds unless an app says more.
 *
 * `any`: as in `@types/express`, so that code written for Express type-checks as it stands.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyLocals = Record<string, any>

/** `req.app`: an app as its handlers see it. */
export interface App extends EventEmitter, Express.Application {
  /** The path under which the app is mounted, `/` at the top. */
  mountpath: Path
  /** For templates and handlers, as long as the app lives. */
  locals: Record<string, Setting> & Express.Locals
  /** Settings as they are; {@link get} reads one. */
  settings: Record<string, Setting>
  /** Reads a setting. */
  get(setting: string): Setting
  /** Sets a setting. A mounted app inherits those of its parent. */
  set(setting: string, value: unknown): this
  enable(setting: string): this
  disable(setting: string): this
  /** Whether a setting is truthy. */
  enabled(setting: string): boolean
  disabled(setting: string): boolean
  /** The whole path under which the app is mounted. */
  path(): string
  /** Renders a view with the options and the app's locals. */
  render(name: string, callback: RenderCallback): void
  render(name: string, options?: object | null, callback?: RenderCallback): void
}

/**
 * Goes on to the following handler. With an error: to the following one made for errors. `next('route')` leaves
 * the route, `next('router')` the router.
 */
export type NextFunction = (err?: unknown) => void

/** One function of the stack. If it returns a promise, a rejection is passed on as an error. */
export type RequestHandler<Params = AnyParams, Locals extends object = AnyLocals> = (
  req: Request<Params>,
  res: Response<Locals>,
  next: NextFunction,
) => unknown

/**
 * A function made for errors: four parameters, no more and no fewer, are what tells it.
 *
 * `any`: whatever was thrown, as in `@types/express`.
 */
export type ErrorRequestHandler<Params = AnyParams, Locals extends object = AnyLocals> = (
  // biome-ignore lint/suspicious/noExplicitAny: see above
  err: any,
  req: Request<Params>,
  res: Response<Locals>,
  next: NextFunction,
) => unknown

/** A callback of `param`. `value` is as it stood in the path. */
export type ParamHandler = (
  req: Request,
  res: Response,
  next: NextFunction,
  value: string,
  name: string,
) => unknown

/** Handlers as they are passed: one by one, or in lists. */
export type Handlers<Params = AnyParams, Locals extends object = AnyLocals> = (
  | RequestHandler<Params, Locals>
  | ErrorRequestHandler<Params, Locals>
  | Handlers<Params, Locals>
)[]

/**
 * A handler that is typed by somebody else, such as `@types/express`: what other packages make.
 *
 * `any`: their requests have members that ours have only once their middleware has run.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type ForeignHandler = (...args: any[]) => unknown

/** The same in lists, and among our own; three deep, since the compiler has to look into each. */
export type ForeignHandlers = readonly NestedIn<NestedIn<ForeignHandler>>[]
type NestedIn<Handler> = Handler | readonly Handler[]

/** Of foreign handlers only the params and locals that they want are checked; a sentence where they do not fit. */
export type Fitting<Handler, Params, Locals> = Handler extends readonly unknown[]
  ? { [Index in keyof Handler]: Fitting<Handler[Index], Params, Locals> }
  : Handler extends (...args: infer Args) => unknown
    ? Args extends [unknown, infer Req, infer Res, unknown]
      ? FittingMessages<Handler, Req, Res, Params, Locals>
      : Args extends [infer Req, (infer Res)?, ...unknown[]]
        ? FittingMessages<Handler, Req, Res, Params, Locals>
        : Handler
    : never

type FittingMessages<Handler, Req, Res, Params, Locals> = Req extends { params: infer Wanted }
  ? Params extends Wanted
    ? FittingLocals<Handler, Res, Locals>
    : 'This handler wants params that the path does not have'
  : FittingLocals<Handler, Res, Locals>

/** Where an app has not said what its locals are, they may be anything. */
type FittingLocals<Handler, Res, Locals> = Res extends { locals: infer Wanted }
  ? Locals extends Wanted
    ? Handler
    : AnyLocals extends Locals
      ? Handler
      : 'This handler wants locals that nobody before it provides'
  : Handler

/**
 * `get(path, …handlers)`. The second form is for handlers made for errors, the last two are for those of other packages:
 * with one of ours behind them, and on their own.
 */
export interface RegisterRoute<Self, Locals extends object = AnyLocals> {
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: RequestHandler<ParamsOf<Pattern>, Locals>[]
  ): Self
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: ErrorRequestHandler<ParamsOf<Pattern>, Locals>[]
  ): Self
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: Handlers<ParamsOf<Pattern>, Locals>
  ): Self
  <Pattern extends Path, Foreign extends ForeignHandlers>(
    path: GoodPath<Pattern>,
    ...handlers: [...Foreign, RequestHandler<ParamsOf<Pattern>, Locals>] &
      readonly [...Fitting<Foreign, ParamsOf<Pattern>, Locals>, unknown]
  ): Self
  <Pattern extends Path, Foreign extends ForeignHandlers>(
    path: GoodPath<Pattern>,
    ...handlers: Foreign & Fitting<Foreign, ParamsOf<Pattern>, Locals>
  ): Self
}

/** `use([path], …handlers)`. */
export interface RegisterUse<Self, Locals extends object = AnyLocals> {
  (...handlers: RequestHandler<AnyParams, Locals>[]): Self
  (...handlers: ErrorRequestHandler<AnyParams, Locals>[]): Self
  (...handlers: Handlers<AnyParams, Locals>): Self
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: RequestHandler<ParamsOf<Pattern>, Locals>[]
  ): Self
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: ErrorRequestHandler<ParamsOf<Pattern>, Locals>[]
  ): Self
  <Pattern extends Path>(
    path: GoodPath<Pattern>,
    ...handlers: Handlers<ParamsOf<Pattern>, Locals>
  ): Self
  <Foreign extends ForeignHandlers>(
    ...handlers: Foreign & Fitting<Foreign, AnyParams, Locals>
  ): Self
  <Pattern extends Path, Foreign extends ForeignHandlers>(
    path: GoodPath<Pattern>,
    ...handlers: Foreign & Fitting<Foreign, ParamsOf<Pattern>, Locals>
  ): Self
}

/** The methods of HTTP that every Node knows, and that have a method each; a newer one may know more. */
export type Verb =
  | 'get'
  | 'post'
  | 'put'
  | 'patch'
  | 'delete'
  | 'head'
  | 'options'
  | 'trace'
  | 'connect'
  | 'copy'
  | 'link'
  | 'lock'
  | 'merge'
  | 'move'
  | 'propfind'
  | 'purge'
  | 'report'
  | 'search'
  | 'subscribe'
  | 'unlink'
  | 'unlock'
  | 'unsubscribe'
  | 'acl'
  | 'bind'
  | 'checkout'
  | 'm-search'
  | 'mkactivity'
  | 'mkcalendar'
  | 'mkcol'
  | 'notify'
  | 'proppatch'
  | 'rebind'
  | 'unbind'
