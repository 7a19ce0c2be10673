/**
 * Whatever is thrown becomes an error.
 *
 * @module
 * @upstream koajs/koa-body/src/utils/throwable-to-error.ts
 */

/**
 * The error itself, or one that tells what was thrown in its place. The latter has no stack, for it was not here that
 * something went wrong, and is named for the type of the value.
 *
 * @upstream koajs/koa-body/src/utils/throwable-to-error.ts#throwableToError
 */
export function throwableToError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  const message = typeof thrown === 'object' ? JSON.stringify(thrown) : `${thrown}`
  return Object.assign(new Error(message), { name: typeof thrown, stack: undefined })
}
