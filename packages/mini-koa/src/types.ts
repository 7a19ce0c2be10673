/**
 * Types that several files share.
 *
 * @module
 */
import type { AsyncLocalStorage } from 'node:async_hooks'
import type Keygrip from 'keygrip'
import type { Composable, Composed, Next, Stack } from './compose.ts'
import type { Context } from './context.ts'

/**
 * What `ctx.state` holds unless an app says more.
 *
 * `any`: as in `@types/koa`, so that code written for Koa type-checks as it stands.
 */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type DefaultState = Record<PropertyKey, any>

/** One function of the stack: `async (ctx, next) => { … await next() … }`. */
export type Middleware<State = DefaultState> = (ctx: Context<State>, next: Next) => unknown

/** Makes one function of many; Koa's own is {@link compose}. */
export type Compose<State = DefaultState> = (
  middleware: Stack<Context<State>>,
) => Composed<Context<State>>

/** How an app is set up; all of it optional. */
export interface ApplicationOptions<State = DefaultState> {
  /** Defaults to `NODE_ENV`, else `development`. */
  env?: string
  /** Keys that cookies are signed with, the newest first. */
  keys?: Keygrip | string[]
  /** Whether `X-Forwarded-*` headers are trusted. Defaults to `false`. */
  proxy?: boolean
  /** How many labels of the host are the app's own. Defaults to 2. */
  subdomainOffset?: number
  /** The header in which a trusted proxy names addresses. Defaults to `X-Forwarded-For`. */
  proxyIpHeader?: string
  /** At most how many of those are read, from the right; 0, the default, means all. */
  maxIpsCount?: number
  /** Replaces {@link compose}, for instance to trace. */
  compose?: Compose<State>
  /** `true`, or a storage of your own: makes `app.currentContext` work. */
  asyncLocalStorage?: boolean | AsyncLocalStorage<Context<State>>
}

export type { Composable, Next }
