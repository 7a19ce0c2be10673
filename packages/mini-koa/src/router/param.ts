/**
 * What happens for a param: loading what it names, or refusing what it cannot be.
 *
 * A handler becomes a middleware at the head of every layer whose path has the param. There they stand in
 * the order of the path, so that the handler for `:post` finds what the one for `:user` has loaded.
 *
 * @module
 * @upstream koajs/router/src/layer.ts#param
 * @counterpart mini-express/src/router/param.ts
 */
import createHttpError from 'http-errors'
import type { Next } from '../compose.ts'
import type { Layer, LayerMiddleware } from './layer.ts'
import type { ParamHandler, RouterContext, RouterMiddleware } from './types.ts'

/** A middleware that runs a param's handler. */
export type ParamMiddleware = RouterMiddleware & {
  /** The param's name. */
  param: string
  _originalFn: ParamHandler
}

/** The handlers of a router, by param. */
export type ParamHandlers = Record<string, ParamHandler | ParamHandler[]>

/**
 * Adds a handler for a param, for the layers there are and for those to come.
 *
 * @upstream koajs/router/src/router.ts#param
 */
export function addParam(
  handlers: ParamHandlers,
  layers: readonly Layer[],
  name: string,
  handler: ParamHandler,
): void {
  handlers[name] = [...listOf(handlers[name])].concat(handler)
  for (const layer of layers) layer.param(name, handler)
}

/**
 * Makes the middleware for a handler. It does nothing where the same handler has run for this request.
 *
 * @upstream koajs/router/src/layer.ts#_createParamMiddleware
 */
export function paramMiddleware(name: string, handler: ParamHandler): ParamMiddleware {
  const middleware: RouterMiddleware = (ctx, next) => {
    ctx._matchedParams ??= new WeakMap()
    if (ctx._matchedParams.has(handler)) return next()
    ctx._matchedParams.set(handler, true)
    return handler(ctx.params[name] as string, ctx, next)
  }
  return Object.assign(middleware, { param: name, _originalFn: handler })
}

/**
 * Puts a param's middleware into a stack: before those of params further down the path, and before the rest.
 *
 * @param names - The params of the path, in order. Nothing is done for a param that is not among them.
 * @upstream koajs/router/src/layer.ts#_insertParamMiddleware
 */
export function insertParam(
  stack: LayerMiddleware[],
  middleware: ParamMiddleware,
  names: readonly string[],
): void {
  const position = names.indexOf(middleware.param)
  if (position === -1) return
  const after = stack.findIndex(({ param }) => !param || names.indexOf(param) > position)
  stack.splice(after === -1 ? stack.length : after, 0, middleware)
}

/**
 * Runs all handlers of a router for a layer.
 *
 * @upstream koajs/router/src/utils/parameter-helpers.ts
 */
export function applyParams(layer: Layer, handlers: ParamHandlers): void {
  for (const name of Object.keys(handlers)) {
    for (const handler of listOf(handlers[name])) layer.param(name, handler)
  }
}

/** A single handler may have been put there by hand. */
export function listOf(handlers: ParamHandler | ParamHandler[] | undefined): ParamHandler[] {
  return handlers ? [handlers].flat() : []
}

/** How a value that does not fit is refused. */
export interface ParameterValidationOptions {
  /** Defaults to 400. */
  status?: number
  message?: string
  /** Whether the client is told the message. Defaults to what is usual for the status. */
  expose?: boolean
  /** Makes the error, in place of all of the above. */
  createError?: (parameterName: string, value: string) => Error
}

/**
 * Refuses values of a param that do not match a pattern. Serves as a handler for `router.param` and as a
 * middleware of a route.
 *
 * @throws TypeError for a pattern that is no RegExp.
 * @example
 * ```ts
 * router.param('id', createParameterValidationMiddleware('id', /^\d+$/))
 * ```
 * @upstream koajs/router/src/utils/parameter-match.ts#createParameterValidationMiddleware
 */
export function createParameterValidationMiddleware(
  parameterName: string,
  pattern: RegExp,
  options: ParameterValidationOptions = {},
): RouterMiddleware & ParamHandler {
  if (!(pattern instanceof RegExp)) throw new TypeError('pattern must be a RegExp instance')
  // A copy, whose `lastIndex` is nobody else's.
  const matcher = new RegExp(pattern.source, pattern.flags)

  function refusal(message: string): Error {
    const error = createHttpError(options.status ?? 400, options.message ?? message)
    if (options.expose !== undefined) error.expose = options.expose
    return error
  }

  function validate(value: string): void {
    matcher.lastIndex = 0
    if (matcher.test(value)) return
    if (options.createError) throw options.createError(parameterName, value)
    throw refusal(`Invalid value for parameter "${parameterName}": "${value}"`)
  }

  async function middleware(ctx: RouterContext, next: Next): Promise<unknown> {
    const value = ctx.params?.[parameterName]
    if (typeof value !== 'string') {
      throw refusal(`Missing required parameter "${parameterName}" in route params`)
    }
    validate(value)
    return next()
  }

  async function handler(value: string, _ctx: RouterContext, next: Next): Promise<unknown> {
    validate(value)
    return next()
  }

  // One function for both uses: a handler is called with the value first.
  return (async (...args: [RouterContext, Next] | [string, RouterContext, Next]) =>
    typeof args[0] === 'string'
      ? handler(...(args as [string, RouterContext, Next]))
      : middleware(...(args as [RouterContext, Next]))) as RouterMiddleware & ParamHandler
}
