/**
 * What an observer may hear of a walk: each handler tells on a channel of Node's that it starts, ends and fails.
 *
 * @example
 * ```ts
 * import { tracingChannel } from 'node:diagnostics_channel'
 * tracingChannel('express.router.request').subscribe({ start: ({ handler }) => console.log(handler.name) })
 * ```
 * @module
 * @upstream router/lib/tracing.js
 */
import { tracingChannel } from 'node:diagnostics_channel'
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type { NextFunction } from '../types.ts'
import type { Layer } from './layer.ts'
import { promiseOf, type Returning } from './promise.ts'

/** One call of one function, as it is published; the same object from its start to its end. */
export interface TraceContext {
  req: Request
  res: Response
  /** What was thrown or passed on before, for a handler made for errors. */
  incomingError?: unknown
  /** The layer at work; for a callback of `param` the one whose parameters are looked at. */
  layer: Layer
  /** What is called. */
  handler: (...args: never[]) => unknown
  /** The path that matched, as registered. */
  route: string | RegExp | undefined
  /** Set for a handler made for errors. */
  errorHandler?: true
  /** The parameter's name, for a callback of `param`. */
  param?: string
  /** What it failed with: thrown, rejected, or passed on. */
  error?: unknown
  /** What it returned, or what its promise was fulfilled with. */
  result?: unknown
}

const channel = tracingChannel<unknown, TraceContext>('express.router.request')

/**
 * Whether anybody listens. Asked before each call, so that without an observer tracing costs this one look: no
 * context is made and no `next` is wrapped.
 */
export function isTraced(): boolean {
  return channel.hasSubscribers
}

/**
 * Calls a function of the stack and publishes what becomes of it. What it throws, and what its promise is rejected
 * with, goes to `next`, as without an observer.
 *
 * @param call - Hands on the `next` it is given, which is a wrapped one.
 */
export function trace(
  context: TraceContext,
  call: (next: NextFunction) => unknown,
  next: NextFunction,
  who?: Returning,
): void {
  const tracedNext = tracing(context, next)
  channel.start.runStores(context, () => {
    const promise = callNow(context, call, tracedNext, who)
    publishEnd(context, promise !== undefined)
    if (promise) follow(context, promise, tracedNext)
  })
}

/**
 * Remembers that a request has met an error: only where it comes from it is published.
 *
 * Done without an observer too, since one that comes later must not take it for that of whoever passes it on.
 *
 * @returns Whether it is new.
 */
export function recordError(req: Request, err: unknown): boolean {
  if (!err || isSignal(err)) return false
  const observed = req as Observed
  observed[seenErrors] ??= new Set()
  const seen = observed[seenErrors]
  if (seen.has(err)) return false
  seen.add(err)
  return true
}

/** Registered, so that several copies of the router, upstream's among them, know of each other's errors. */
const seenErrors = Symbol.for('router.tracing.publishedErrors')

type Observed = Request & { [seenErrors]?: Set<unknown> }

/** Ways to leave a route or a router are no errors. */
function isSignal(err: unknown): boolean {
  return err === 'route' || err === 'router'
}

function tracing(context: TraceContext, next: NextFunction): NextFunction {
  const { req, errorHandler, incomingError } = context
  if (errorHandler) recordError(req, incomingError)
  return (err) => {
    // Whoever does not pass an error on has dealt with it: should it come again, it is new.
    if (errorHandler && err !== incomingError) (req as Observed)[seenErrors]?.delete(incomingError)
    if (recordError(req, err)) {
      context.error = err
      channel.error.publish(context)
    }
    next(err)
  }
}

/** Gives the promise, if that is what came back. */
function callNow(
  context: TraceContext,
  call: (next: NextFunction) => unknown,
  next: NextFunction,
  who: Returning | undefined,
): PromiseLike<unknown> | undefined {
  try {
    const returned = call(next)
    const promise = promiseOf(returned, who)
    if (!promise) context.result = returned
    return promise
  } catch (err) {
    next(err)
    if (isSignal(err)) context.result = undefined
    else noteFailure(context, err)
    return undefined
  }
}

/** At the end `error` and `result` mean that it is all over: an error before a promise is hidden there. */
function publishEnd(context: TraceContext, isPending: boolean): void {
  const hides = isPending && 'error' in context
  const { error } = context
  if (hides) delete context.error
  channel.end.publish(context)
  if (hides) context.error = error
}

function follow(context: TraceContext, promise: PromiseLike<unknown>, next: NextFunction): void {
  let isSettled = false
  const settle = (note: () => void) => {
    // What is no promise of the platform may settle more than once.
    if (isSettled) return
    isSettled = true
    note()
    channel.asyncStart.runStores(context, () => channel.asyncEnd.publish(context))
  }
  const fulfil = (value: unknown) => settle(() => Object.assign(context, { result: value }))
  const reject = (err: unknown) => {
    next(err)
    settle(() => isSignal(err) || noteFailure(context, err))
  }
  try {
    promise.then(fulfil, (err) => reject(err || new Error('Rejected promise')))
  } catch (err) {
    reject(err)
  }
}

/** Also one that was published before, by another. */
function noteFailure(context: TraceContext, err: unknown): void {
  if (!('error' in context)) context.error = err
}
