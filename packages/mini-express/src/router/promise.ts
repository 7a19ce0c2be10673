/**
 * Handlers that return a promise: a rejection is an error passed on, a fulfilment is nothing.
 *
 * @module
 * @upstream router/lib/layer.js#handlePromise
 */
import depd from 'depd'
import type { NextFunction } from '../types.ts'

const deprecate = depd('router')

/**
 * Passes a promise's rejection to `next`. Fulfilment does not call `next`: only the handler knows whether
 * it has answered.
 *
 * @param who - Whom to name when what they return is no promise of the platform.
 */
export function forwardRejection(
  returned: unknown,
  next: NextFunction,
  who: 'handlers' | 'parameters' = 'handlers',
): void {
  if (!isPromise(returned)) return
  if (!(returned instanceof Promise)) {
    deprecate(`${who} that are Promise-like are deprecated, use a native Promise instead`)
  }
  // A rejection without a reason must still be an error.
  returned.then(noop, (err: unknown) => next(err || new Error('Rejected promise')))
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    value !== null &&
    (typeof value === 'object' || typeof value === 'function') &&
    typeof (value as PromiseLike<unknown>).then === 'function'
  )
}

/** Some thenables call their callbacks without looking. */
function noop(): void {}
