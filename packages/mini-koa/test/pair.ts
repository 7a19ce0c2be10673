/**
 * Real Koa and ours, and tables of what both are asked.
 *
 * @module
 */
import { createRequire } from 'node:module'
import type { RequestSpec, Target } from '@await-next/oracle'
import {
  type Behaviour,
  describeBehaviours,
  type Expectation,
  type Pair,
} from '@await-next/oracle/vitest'
import { koaBody } from '../src/body/index.ts'
import { type Context, compose, Koa, type Next } from '../src/index.ts'
import Router, { type RouterContext } from '../src/router/index.ts'

const require = createRequire(import.meta.url)

/** What a program is written against. */
export interface Library {
  Koa: typeof Koa
  Router: typeof Router
  compose: typeof compose
  koaBody: typeof koaBody
}

/** Ours. */
export const mini: Library = { Koa, Router, compose, koaBody }

/** Theirs, typed as ours: that is what "drop-in" says. */
export const upstream: Library = {
  Koa: require('koa'),
  Router: require('@koa/router'),
  compose: require('koa-compose'),
  koaBody: require('koa-body').koaBody,
}

const frameworks = { upstream, mini }

/** For what Koa itself does. */
export const koaPair: Pair<Library> = {
  upstream: `koa ${require('koa/package.json').version}`,
  mini: 'mini-koa',
  upstreamFile: require.resolve('koa'),
  frameworks,
}

/** For what its router does. */
export const routerPair: Pair<Library> = {
  upstream: '@koa/router 15.7.0',
  mini: 'mini-koa/router',
  upstreamFile: require.resolve('@koa/router'),
  frameworks,
}

/** For what its body parser does. */
export const bodyPair: Pair<Library> = {
  upstream: 'koa-body 8.0.1',
  mini: 'mini-koa/body',
  upstreamFile: require.resolve('koa-body'),
  frameworks,
}

/** The one middleware of an app. */
export type Handler = (ctx: Context & Partial<RouterContext>, next: Next) => unknown

/** Fills a router. */
export type Fill = (router: Router, library: Library) => unknown

/** A row of a table: a sentence, what is run, what upstream shows (a number is a status), what is asked. */
export type Row<Run> = readonly [
  it: string,
  run: Run,
  shows: number | Expectation,
  ask?: string | RequestSpec | readonly RequestSpec[],
]

/** A table of programs. */
export function describePrograms(
  member: string,
  rows: readonly Row<(library: Library) => Target>[],
  pair = koaPair,
): void {
  describeBehaviours(member, pair, rows.map(behaviour))
}

/** A table of apps of one middleware, which do not print. */
export function describeHandlers(member: string, rows: readonly Row<Handler>[]): void {
  describePrograms(
    member,
    rows.map(([it, handler, ...rest]) => [it, only(handler), ...rest] as const),
  )
}

/** A table of routers, each in an app that answers for methods and does not print. */
export function describeRouters(member: string, rows: readonly Row<Fill>[]): void {
  describePrograms(
    member,
    rows.map(([it, fill, ...rest]) => [it, routed(fill), ...rest] as const),
    routerPair,
  )
}

/** An app of one middleware, which does not print. */
export function only(handler: Handler): (library: Library) => Koa {
  return (library) => {
    const app = new library.Koa()
    app.silent = true
    return app.use(handler as (ctx: Context, next: Next) => unknown)
  }
}

function routed(fill: Fill): (library: Library) => Koa {
  return (library) => {
    const app = new library.Koa()
    const router = new library.Router()
    fill(router, library)
    app.silent = true
    return app.use(router.routes()).use(router.allowedMethods())
  }
}

function behaviour([name, program, shows, ask = {}]: Row<(library: Library) => Target>) {
  const last = typeof shows === 'number' ? { status: shows } : shows
  const requests = [ask].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
  // Of several requests the last is what the row is about; those before it must leave it a connection.
  const before = requests.slice(1).map((): Expectation => ({ fate: 'kept' }))
  return { name, program, requests, expects: [...before, last] } satisfies Behaviour<Library>
}
