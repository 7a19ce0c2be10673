/**
 * What `router.use` makes of a middleware, and of another router.
 *
 * @module
 * @upstream koajs/router/src/router.ts#use
 */
import { pathToRegexp } from 'path-to-regexp'
import { ANYWHERE, EVERYTHING_BELOW, type LayerOptions } from './layer.ts'
import { addParam, listOf } from './param.ts'
import type { AnyRouter, RouterMiddleware } from './types.ts'

/**
 * Adds a middleware for any method. Without a path it matches everywhere and captures nothing, unless the
 * router's prefix has params: then only path-to-regexp's grammar can read the whole.
 *
 * @upstream koajs/router/src/router.ts#_registerMiddleware
 */
export function registerMiddleware(
  router: AnyRouter,
  middleware: RouterMiddleware,
  explicit: string | RegExp | undefined,
): void {
  const path = explicit ?? (hasParams(router.opts.prefix) ? '' : undefined)
  const add = (path: string | RegExp, options: LayerOptions) =>
    router.register(path, [], middleware, options)

  if (path === undefined) add(ANYWHERE, { end: false, ignoreCaptures: true, pathAsRegExp: true })
  else if (path === '') add(EVERYTHING_BELOW, { end: false, ignoreWildcardParameter: 'rest' })
  else add(path, { end: path === '/', pathAsRegExp: path instanceof RegExp })
}

/**
 * Takes over the layers of another router, as copies: what is registered there later is not seen here.
 *
 * @upstream koajs/router/src/router.ts#_mountNestedRouter
 * @counterpart mini-express/src/application.ts#use
 */
export function mount(
  router: AnyRouter,
  nested: AnyRouter,
  path: string | RegExp | undefined,
): void {
  const mountPath = typeof path === 'string' ? path : ''
  const capturesMountPath = hasParams(mountPath)
  const layers = nested.stack.map((layer) => {
    const copy = layer.clone()
    if (mountPath) copy.setPrefix(mountPath)
    if (router.opts.prefix) copy.setPrefix(router.opts.prefix)
    if (capturesMountPath && copy.methods.length === 0) copy.opts.ignoreCaptures = false
    return copy
  })
  router.stack.push(...layers)
  // The nested router keeps the handlers too: what is registered there later has them.
  for (const name of Object.keys(router.params)) {
    for (const handler of listOf(router.params[name])) {
      addParam(nested.params, layers, name, handler)
    }
  }
}

/** Whether a `use` was given a router's routes rather than a plain middleware. */
export function isRoutes(fn: unknown): fn is { router: AnyRouter } {
  return typeof fn === 'function' && 'router' in fn && fn.router !== undefined
}

/** @upstream koajs/router/src/utils/path-helpers.ts#hasPathParameters */
function hasParams(path: string | undefined): boolean {
  return Boolean(path) && pathToRegexp(path as string).keys.length > 0
}
