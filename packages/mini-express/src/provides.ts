/**
 * Telling the compiler what a handler adds to `res.locals`.
 *
 * @module
 * @counterpart mini-koa/src/provides.ts
 */
import type { AnyLocals, AnyParams, RequestHandler } from './types.ts'

/**
 * Exists for the compiler only. The property has to be required: an optional one would fit any function, and
 * `app.use` would take every handler for a provider.
 */
declare const ADDED: unique symbol

/** A handler that is known to add `Added` to `res.locals`. */
export type Provider<Added extends object> = RequestHandler<AnyParams, AnyLocals & Added> & {
  readonly [ADDED]: Added
}

/**
 * Says what a handler adds to `res.locals`; everything after it in the chain knows. At run time it is the handler
 * itself.
 *
 * @example
 * ```ts
 * const authenticate = provides<{ user: User }>(async (req, res, next) => {
 *   res.locals.user = await findUser(req)
 *   next()
 * })
 * app.use(authenticate).get('/', (req, res) => { res.send(res.locals.user.name) })
 * ```
 */
export function provides<Added extends object>(
  handler: RequestHandler<AnyParams, AnyLocals & Added>,
): Provider<Added> {
  return handler as Provider<Added>
}
