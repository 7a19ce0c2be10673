/**
 * Telling the compiler what a middleware adds to `ctx.state`.
 *
 * @module
 */
import type { DefaultState, Middleware } from './types.ts'

/**
 * Exists for the compiler only. The property has to be required: an optional one would fit any function, and
 * `app.use` would take every middleware for a provider.
 */
declare const ADDED: unique symbol

/** A middleware that is known to add `Added` to `ctx.state`. */
export type Provider<Added> = Middleware<DefaultState & Added> & { readonly [ADDED]: Added }

/**
 * Says what a middleware adds to `ctx.state`; everything after it in the chain knows. At run time it is the
 * middleware itself.
 *
 * @example
 * ```ts
 * const authenticate = provides<{ user: User }>(async (ctx, next) => {
 *   ctx.state.user = await findUser(ctx)
 *   await next()
 * })
 * app.use(authenticate).use((ctx) => { ctx.body = ctx.state.user.name })
 * ```
 */
export function provides<Added extends object>(
  middleware: Middleware<DefaultState & Added>,
): Provider<Added> {
  return middleware as Provider<Added>
}
