/**
 * Real Koa and ours, for tests that compare them.
 *
 * @module
 */
import { createRequire } from 'node:module'
import type { Pair } from '@await-next/oracle/vitest'
import { type Composable, compose, Koa, type Middleware, type Stack } from '../src/index.ts'
import { Router } from '../src/router/index.ts'

const require = createRequire(import.meta.url)

/** Upstream speaks the same interface, as far as the tests use it. */
export const pair: Pair<typeof Koa> = {
  upstream: `koa ${require('koa/package.json').version}`,
  mini: 'mini-koa',
  upstreamFile: require.resolve('koa'),
  frameworks: { upstream: require('koa'), mini: Koa },
}

/** The two `compose`. */
export const composePair: Pair<typeof compose> = {
  upstream: `koa-compose ${require('koa-compose/package.json').version}`,
  mini: 'mini-koa',
  upstreamFile: require.resolve('koa-compose'),
  frameworks: { upstream: require('koa-compose'), mini: compose },
}

/** What a program with a router is built with. */
export interface WithRouter {
  Koa: typeof Koa
  Router: typeof Router
}

/** Each Koa with its own router. */
export const routerPair: Pair<WithRouter> = {
  upstream: '@koa/router 15.7.0',
  mini: 'mini-koa/router',
  upstreamFile: require.resolve('@koa/router'),
  frameworks: {
    upstream: { Koa: require('koa'), Router: require('@koa/router').default },
    mini: { Koa, Router },
  },
}

/** A program of some middleware. */
export function using(...middleware: Middleware[]) {
  return (framework: typeof Koa): Koa => {
    const app = new framework()
    for (const fn of middleware) app.use(fn)
    return app
  }
}

/** A program of one router, and what it allows. */
export function routing(build: (router: Router) => void) {
  return ({ Koa: Framework, Router: OwnRouter }: WithRouter): Koa => {
    const router = new OwnRouter()
    build(router)
    return new Framework().use(router.routes()).use(router.allowedMethods())
  }
}

export type { Composable, Stack }
