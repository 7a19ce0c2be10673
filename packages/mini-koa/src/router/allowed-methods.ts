/**
 * Telling a client which methods a path has: 405, 501, and an answer to `OPTIONS`.
 *
 * @module
 * @upstream koajs/router/src/router.ts#allowedMethods
 * @counterpart mini-express/src/router/options.ts
 */
import createHttpError from 'http-errors'
import type { Next } from '../compose.ts'
import type { RouterContext } from './types.ts'

/** How a method that a path does not have is answered. */
export interface AllowedMethodsOptions {
  /** Throw instead of answering: an error handler further out will. */
  throw?: boolean
  /** Makes the error thrown for a method that the router does not implement. */
  notImplemented?: () => unknown
  /** Makes the error thrown for a method that this path does not have. */
  methodNotAllowed?: () => unknown
}

/**
 * Makes the middleware that answers where a path was matched and nobody answered.
 *
 * @param implemented - The methods that the router knows, in capitals.
 * @upstream koajs/router/src/router.ts#allowedMethods
 */
export function allowedMethods(
  implemented: readonly string[],
  options: AllowedMethodsOptions = {},
): (ctx: RouterContext, next: Next) => Promise<void> {
  return async function allowedMethods(ctx, next) {
    await next()
    if (!ctx.matched || (ctx.status && ctx.status !== 404)) return

    const method = ctx.method.toUpperCase()
    const allowed = [...new Set(ctx.matched.flatMap(({ methods }) => methods))]
    if (!implemented.includes(method)) refuse(ctx, 501, allowed, options)
    else if (allowed.length === 0) return
    else if (method === 'OPTIONS') tell(ctx, allowed)
    else if (!allowed.includes(method)) refuse(ctx, 405, allowed, options)
  }
}

function tell(ctx: RouterContext, allowed: readonly string[]): void {
  ctx.status = 200
  ctx.body = ''
  ctx.set('Allow', allowed.join(', '))
}

function refuse(
  ctx: RouterContext,
  status: 405 | 501,
  allowed: readonly string[],
  options: AllowedMethodsOptions,
): void {
  if (options.throw) {
    const makeError = status === 501 ? options.notImplemented : options.methodNotAllowed
    throw typeof makeError === 'function' ? makeError() : createHttpError(status)
  }
  ctx.status = status
  ctx.set('Allow', allowed.join(', '))
}
