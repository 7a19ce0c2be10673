/**
 * Handlers that return a promise: a rejection is an error passed on, a fulfilment is nothing.
 *
 * @module
 * @upstream router/lib/layer.js#handlePromise
 */
import type { NextFunction } from '../types.ts'

/**
 * Passes a promise's rejection to `next`. Fulfilment does not call `next`: only the handler knows whether
 * it has answered.
 */
export function forwardRejection(returned: unknown, next: NextFunction): void {
  if (!isPromise(returned)) return
  if (!(returned instanceof Promise)) warnOfThenable()
  // A rejection without a reason must still be an error.
  returned.then(noop, (err: unknown) => next(err || new Error('Rejected promise')))
}

let warned = false

function warnOfThenable(): void {
  if (warned) return
  warned = true
  process.emitWarning(
    'handlers that are Promise-like are deprecated, use a native Promise instead',
    'DeprecationWarning',
  )
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
