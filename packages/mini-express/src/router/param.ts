/**
 * `app.param(name, fn)`: work that is done once per request before any handler with that parameter.
 *
 * @module
 * @upstream router/index.js#processParams
 * @counterpart mini-koa/src/router/param.ts
 */
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type { AnyParams, NextFunction, ParamHandler } from '../types.ts'
import type { Layer } from './layer.ts'
import { forwardRejection } from './promise.ts'
import { matchedRoute } from './symbols.ts'
import { isTraced, trace } from './tracing.ts'

/** What became of a parameter's callbacks in this walk. */
interface Called {
  /** The value they were called with. */
  match: unknown
  /** The value afterwards: a callback may change it for those that follow. */
  value: unknown
  /** What they passed on; kept, so that asking again gives the same. */
  error: unknown
}

/** By parameter, for one walk of one request. */
export type CalledParams = Record<string, Called>

/** What is to be done for one layer that matched. */
export interface ParamWork {
  /** The router's, by parameter. */
  callbacks: Readonly<Record<string, readonly ParamHandler[]>>
  /** The layer's parameters. */
  keys: readonly string[]
  /** What has been called in this walk; added to. */
  called: CalledParams
  layer: Layer
  req: Request
  res: Response
}

/** Whether there is work: fast because most parameters have no callbacks, and then nothing is prepared. */
export function hasCallbacks(callbacks: ParamWork['callbacks'], keys: readonly string[]): boolean {
  return keys.some((key) => callbacks[key])
}

/**
 * Runs the callbacks of each parameter in `keys`, one after the other, then `done`; with an error at once.
 *
 * @upstream router/index.js#processParams
 */
export function processParams(work: ParamWork, done: (err?: unknown) => void): void {
  let at = 0
  nextParam()

  function nextParam(err?: unknown): void {
    if (err) {
      done(err)
      return
    }
    const key = work.keys[at++]
    if (key === undefined) done()
    else processParam(work, key, nextParam)
  }
}

function processParam(work: ParamWork, key: string, done: (err?: unknown) => void): void {
  const { called, req } = work
  const value = req.params[key]
  if (value === undefined || !work.callbacks[key]) {
    done()
    return
  }
  const before = called[key]
  if (before && isSettled(before, value)) {
    req.params[key] = before.value as string
    done(before.error)
    return
  }
  const now: Called = { match: value, value, error: null }
  called[key] = now
  callEach(work, key, now, done)
}

/** Not twice for the same value; after an error not for any. `next('route')` is no error. */
function isSettled({ match, error }: Called, value: unknown): boolean {
  return match === value || Boolean(error && error !== 'route')
}

function callEach(
  work: ParamWork,
  key: string,
  called: Called,
  done: (err?: unknown) => void,
): void {
  let at = 0
  nextCallback()

  function nextCallback(err?: unknown): void {
    called.value = work.req.params[key]
    if (err) {
      called.error = err
      done(err)
      return
    }
    const fn = work.callbacks[key]?.[at++]
    // The value as it was in the path: only `req.params` shows what a callback made of it.
    if (fn) callOne(work, fn, called.match as string, key, nextCallback)
    else done()
  }
}

function callOne(
  { layer, req, res }: ParamWork,
  fn: ParamHandler,
  value: string,
  key: string,
  next: NextFunction,
): void {
  if (isTraced()) {
    const context = { req, res, layer, handler: fn, route: req[matchedRoute], param: key }
    trace(context, (traced) => fn(req, res, traced, value, key), next, 'parameters')
    return
  }
  try {
    forwardRejection(fn(req, res, next, value, key), next, 'parameters')
  } catch (err) {
    next(err)
  }
}

/**
 * A nested router's parameters on top of its parent's. Numbered ones do not collide: the parent's come first.
 *
 * @upstream router/index.js#mergeParams
 */
export function mergeParams(params: AnyParams, parent: AnyParams | undefined): AnyParams {
  if (typeof parent !== 'object' || !parent) return params
  const merged = { ...parent }
  if (!(0 in params) || !(0 in parent)) return Object.assign(merged, params)

  const offset = countNumbered(parent)
  for (let at = countNumbered(params) - 1; at >= 0; at -= 1) {
    params[at + offset] = params[at] as string
    if (at < offset) delete params[at]
  }
  return Object.assign(merged, params)
}

function countNumbered(params: AnyParams): number {
  let count = 0
  while (count in params) count += 1
  return count
}
