/**
 * Telling a client which methods a path has: 405, 501, and an answer to `OPTIONS`.
 *
 * @module
 * @upstream koajs/router/src/router.ts#allowedMethods
 * @counterpart mini-express/src/router/options.ts
 */
import createHttpError from 'http-errors'
import type { Next } from '../compose.ts'
import type { Context } from '../context.ts'
import type { Middleware } from '../types.ts'
import type { Router, RouterContext } from './index.ts'

/** How a method that a path does not have is answered. */
export interface AllowedMethodsOptions {
  /** Throw instead of answering: an error handler further out will. */
  throw?: boolean
  /** Makes the error thrown for a method that no route of the router has. */
  notImplemented?: () => unknown
  /** Makes the error thrown for a method that this path does not have. */
  methodNotAllowed?: () => unknown
}

/**
 * A middleware for after the router: answers where a path was matched and nobody answered.
 *
 * @upstream koajs/router/src/router.ts#allowedMethods
 */
export function allowedMethods<State>(
  router: Router<State>,
  options: AllowedMethodsOptions = {},
): Middleware<State> {
  return async function allowedMethods(context: Context<State>, next: Next) {
    const ctx = context as RouterContext<State>
    await next()
    if (!ctx.matched || (ctx.status && ctx.status !== 404)) return

    const allowed = [...new Set(ctx.matched.flatMap(({ methods }) => methods))]
    const method = ctx.method.toUpperCase()
    if (!router.methods.includes(method)) {
      refuse(ctx, 501, allowed, options, options.notImplemented)
    } else if (allowed.length === 0) {
      return
    } else if (method === 'OPTIONS') {
      ctx.status = 200
      ctx.body = ''
      ctx.set('Allow', allowed.join(', '))
    } else if (!allowed.includes(method)) {
      refuse(ctx, 405, allowed, options, options.methodNotAllowed)
    }
  }
}

function refuse<State>(
  ctx: RouterContext<State>,
  status: 405 | 501,
  allowed: readonly string[],
  options: AllowedMethodsOptions,
  makeError: () => unknown = () => createHttpError(status),
): void {
  if (options.throw) throw makeError()
  ctx.status = status
  ctx.set('Allow', allowed.join(', '))
}
