/**
 * `app.param(name, fn)`: work that is done once per request before any handler with that parameter.
 *
 * @module
 * @upstream router/index.js#processParams
 * @counterpart mini-koa/src/router/param.ts
 */
import type { Request } from '../request.ts'
import type { Response } from '../response.ts'
import type { AnyParams, ParamHandler } from '../types.ts'
import { forwardRejection } from './promise.ts'

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

/**
 * Runs the callbacks of each parameter in `keys`, one after the other, then `done`; with an error at once.
 *
 * @param callbacks - The router's, by parameter.
 * @param called - What has been called in this walk; added to.
 * @upstream router/index.js#processParams
 */
export function processParams(
  callbacks: Readonly<Record<string, readonly ParamHandler[]>>,
  keys: readonly string[],
  called: CalledParams,
  req: Request,
  res: Response,
  done: (err?: unknown) => void,
): void {
  let at = 0
  nextParam()

  function nextParam(err?: unknown): void {
    if (err) {
      done(err)
      return
    }
    const key = keys[at++]
    if (key === undefined) done()
    else processParam(key, callbacks[key], called, req, res, nextParam)
  }
}

function processParam(
  key: string,
  callbacks: readonly ParamHandler[] | undefined,
  called: CalledParams,
  req: Request,
  res: Response,
  done: (err?: unknown) => void,
): void {
  const value = req.params[key]
  if (value === undefined || !callbacks) {
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
  callEach(callbacks, key, now, req, res, done)
}

/** Not twice for the same value; after an error not for any. `next('route')` is no error. */
function isSettled({ match, error }: Called, value: unknown): boolean {
  return match === value || Boolean(error && error !== 'route')
}

function callEach(
  callbacks: readonly ParamHandler[],
  key: string,
  called: Called,
  req: Request,
  res: Response,
  done: (err?: unknown) => void,
): void {
  let at = 0
  nextCallback()

  function nextCallback(err?: unknown): void {
    called.value = req.params[key]
    if (err) {
      called.error = err
      done(err)
      return
    }
    const fn = callbacks[at++]
    if (!fn) {
      done()
      return
    }
    try {
      // The value as it was in the path: only `req.params` shows what a callback made of it.
      forwardRejection(
        fn(req, res, nextCallback, called.match as string, key),
        nextCallback,
        'parameters',
      )
    } catch (thrown) {
      nextCallback(thrown)
    }
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
