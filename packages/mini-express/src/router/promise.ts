/**
 * Handlers that return a promise: a rejection is an error passed on, a fulfilment is nothing.
 *
 * @module
 * @upstream router/lib/layer.js#handlePromise
 */
import depd from 'depd'
import type { NextFunction } from '../types.ts'

const deprecate = depd('router')

/** Whom to name when what they return is no promise of the platform. */
export type Returning = 'handlers' | 'parameters'

/**
 * Passes a promise's rejection to `next`. Fulfilment does not call `next`: only the handler knows whether
 * it has answered.
 */
export function forwardRejection(returned: unknown, next: NextFunction, who?: Returning): void {
  // A rejection without a reason must still be an error.
  promiseOf(returned, who)?.then(noop, (err: unknown) => next(err || new Error('Rejected promise')))
}

/** What was returned, if it is a promise; with a warning if it only behaves like one. */
export function promiseOf(
  returned: unknown,
  who: Returning = 'handlers',
): PromiseLike<unknown> | undefined {
  if (!isPromise(returned)) return undefined
  if (!(returned instanceof Promise)) {
    deprecate(`${who} that are Promise-like are deprecated, use a native Promise instead`)
  }
  return returned
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
