/**
 * What stands in a stack: functions for requests, and functions for errors.
 *
 * @module
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Goes on to the function that follows; with an error, to the one that takes errors. */
export type Next = (err?: unknown) => void

/** What a user writes. It answers through `res`, or calls `next`. */
export type Handler<Req = IncomingMessage, Res = ServerResponse> = (
  req: Req,
  res: Res,
  next: Next,
) => unknown

/** A handler for errors: its four parameters are all that tells it from others. */
export type ErrorHandler<Req = IncomingMessage, Res = ServerResponse> = (
  err: Error,
  req: Req,
  res: Res,
  next: Next,
) => unknown

/** Either. */
export type AnyHandler<Req = IncomingMessage, Res = ServerResponse> =
  | Handler<Req, Res>
  | ErrorHandler<Req, Res>

// #region call
/**
 * Calls one function, unless it is not for this: an error wants four parameters, a request three at most. Whatever
 * goes wrong in it, now or later, goes on to the next.
 */
export function call<Req, Res>(
  handler: AnyHandler<Req, Res>,
  err: unknown,
  req: Req,
  res: Res,
  next: Next,
): void {
  if (takesErrors(handler) !== Boolean(err)) {
    next(err)
    return
  }
  try {
    const result = takesErrors(handler)
      ? handler(err as Error, req, res, next)
      : handler(req, res, next)
    // Listened to, not waited for.
    if (result instanceof Promise) {
      result.catch((reason) => next(reason ?? new Error('Rejected promise')))
    }
  } catch (thrown) {
    next(thrown)
  }
}
// #endregion call

function takesErrors<Req, Res>(handler: AnyHandler<Req, Res>): handler is ErrorHandler<Req, Res> {
  return handler.length > 3
}
