/**
 * The types that a user meets.
 *
 * `Context`, `Request` and `Response` hold the members that `@types/koa` has, no more and none narrower, so
 * that middleware typed by either runs in either. What only Koa itself touches is left off.
 *
 * @module
 */
import type { AsyncLocalStorage } from 'node:async_hooks'
import type { EventEmitter } from 'node:events'
import type Keygrip from 'keygrip'
import type { Application } from './application.ts'
import type { Composable, Next } from './compose.ts'
import type { Context as ContextPrototype } from './context.ts'
import type { Request as RequestPrototype } from './request.ts'
import type { Response as ResponsePrototype } from './response.ts'

export type { Next } from './compose.ts'

/**
 * What `ctx.state` holds unless an app says more.
 *
 * `any`: as in `@types/koa`, so that code written for Koa type-checks as it stands.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type DefaultState = Record<PropertyKey, any>

/** What an app has added to `app.context`, unless it says so. */
export type DefaultContext = object

/** `ctx.app`: an app as its middleware see it. */
export interface App
  extends EventEmitter,
    Pick<
      Application,
      'env' | 'keys' | 'proxy' | 'proxyIpHeader' | 'maxIpsCount' | 'subdomainOffset' | 'silent'
    > {}

/** `ctx.request`: what the client asked. */
export interface Request extends Omit<RequestPrototype, 'app' | 'ctx' | 'response'> {
  app: App
  ctx: Context
  response: Response
}

/** `ctx.response`: what will be answered. */
export interface Response
  extends Omit<
    ResponsePrototype,
    'app' | 'ctx' | 'request' | 'has' | '_body' | '_explicitStatus' | '_explicitNullBody'
  > {
  app: App
  ctx: Context
  request: Request
}

/** What a middleware gets. `State` is what travels in `ctx.state`. */
export interface Context<State = DefaultState>
  extends Omit<ContextPrototype, 'app' | 'request' | 'response' | 'state' | 'has'> {
  app: App
  request: Request
  response: Response
  /** For whatever middleware have to tell each other. */
  state: State
}

/** A context with what an app adds to `app.context`, and with a body of a known type. */
export type ParameterizedContext<
  State = DefaultState,
  Custom = DefaultContext,
  Body = unknown,
> = Context<State> & Custom & { body: Body; response: { body: Body } }

/** One function of the stack: `async (ctx, next) => { … await next() … }`. */
export type Middleware<State = DefaultState, Custom = DefaultContext> = (
  ctx: Context<State> & Custom,
  next: Next,
) => unknown

/**
 * A middleware typed by another package, `@types/koa` for one. Of its context only the state is checked, and
 * that only in an app that has said what its own is.
 */
export type ForeignMiddleware<State, Foreign extends { state: unknown }> = Composable<Foreign> &
  (State extends Foreign['state'] ? unknown : DefaultState extends State ? unknown : never)

/** Makes one function of many, as {@link compose} does. */
// biome-ignore lint/suspicious/noExplicitAny: it hands the context on without looking at it
export type Compose = (middleware: any[]) => (ctx: any, next?: any) => Promise<unknown>

/** How an app is set up; all of it optional. */
export interface ApplicationOptions {
  /** Defaults to `NODE_ENV`, else `development`. */
  env?: string | undefined
  /** Keys that cookies are signed with, the newest first. */
  keys?: Keygrip | string[] | undefined
  /** Whether `X-Forwarded-*` headers are trusted. Defaults to `false`. */
  proxy?: boolean | undefined
  /** How many labels of the host are the app's own. Defaults to 2. */
  subdomainOffset?: number | undefined
  /** The header in which a trusted proxy names addresses. Defaults to `X-Forwarded-For`. */
  proxyIpHeader?: string | undefined
  /** At most how many of those are read, from the right; 0, the default, means all. */
  maxIpsCount?: number | undefined
  /** Replaces {@link compose}, for instance to trace. */
  compose?: Compose | undefined
  /** `true`, or a storage of your own: makes `app.currentContext` work. */
  // biome-ignore lint/suspicious/noExplicitAny: a storage made before the app cannot know the app's context
  asyncLocalStorage?: boolean | AsyncLocalStorage<any> | undefined
}
