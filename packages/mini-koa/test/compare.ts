/**
 * The same program on Koa and on mini-koa, asked the same over a real socket.
 *
 * What upstream shows is stated first, so that two that fail alike do not pass.
 *
 * @module
 */
import { createRequire } from 'node:module'
import {
  explain,
  judge,
  type Observation,
  observeAll,
  type RequestSpec,
  type Target,
} from '@await-next/oracle'
import { record } from '@await-next/oracle/vitest'
import { describe, expect, it, type TaskMeta } from 'vitest'
import { type Context, compose, Koa, type Next } from '../src/index.ts'
import Router, { type RouterContext } from '../src/router/index.ts'

/** What a program is written against. */
export interface Library {
  Koa: typeof Koa
  Router: typeof Router
  compose: typeof compose
}

const require = createRequire(import.meta.url)

/** Ours. */
export const mini: Library = { Koa, Router, compose }

/** Theirs, typed as ours: that is what "drop-in" says. Required, as most who use them do. */
export const upstream: Library = {
  Koa: require('koa') as typeof Koa,
  Router: require('@koa/router') as typeof Router,
  compose: require('koa-compose') as typeof compose,
}

/** Builds an app. */
export type Program = (library: Library) => Target

/** What upstream is known to answer: the status, and perhaps body and headers. */
export interface Shown {
  /** 0 for no answer. */
  status: number
  body?: string | RegExp
  /** By name in any case; `undefined` for one that is not sent. */
  headers?: Readonly<Record<string, string | RegExp | undefined>>
  fate?: Observation['fate']
  /** Of what was printed. */
  prints?: RegExp
}

/** One behaviour. */
export interface Case {
  it: string
  ask?: RequestSpec | readonly RequestSpec[] | undefined
  /** Of the last answer. A number is a status. */
  shows: Shown | number
}

/** The one middleware of an app. */
// biome-ignore lint/suspicious/noConfusingVoidType: handlers return nothing, or a promise
export type Handler = (ctx: Context & Partial<RouterContext>, next: Next) => unknown | void

/** Cases with a whole program each. */
export function comparePrograms(name: string, cases: readonly (Case & { app: Program })[]): void {
  describe(name, () => {
    for (const { it: sentence, app, ask, shows } of cases) {
      it(sentence, ({ task }) => compare(app, requests(ask), shows, task.meta))
    }
  })
}

/** Cases whose app has one middleware and prints nothing. */
export function compareHandlers(
  name: string,
  cases: readonly (Case & { handler: Handler })[],
): void {
  comparePrograms(
    name,
    cases.map(({ handler, ...rest }) => ({ ...rest, app: only(handler) })),
  )
}

/** Cases with a router, mounted with `allowedMethods`. */
export function compareRouters(
  name: string,
  cases: readonly (Case & { router: (router: Router, library: Library) => unknown })[],
): void {
  comparePrograms(
    name,
    cases.map(({ router: fill, ...rest }) => ({
      ...rest,
      app: (library) => {
        const app = new library.Koa()
        const router = new library.Router()
        fill(router, library)
        app.silent = true
        return app.use(router.routes()).use(router.allowedMethods())
      },
    })),
  )
}

/** An app of one middleware, which does not print. */
export function only(handler: Handler): Program {
  return (library) => {
    const app = new library.Koa()
    app.silent = true
    return app.use(handler as (ctx: Context, next: Next) => unknown)
  }
}

/** What the closing line of a test run calls the two. */
const LABELS = { upstream: `koa ${require('koa/package.json').version}`, mini: 'mini-koa' }

/** Asks both, states what upstream shows, and judges; the reporter counts what has a `meta`. */
export async function compare(
  program: Program,
  asked: readonly RequestSpec[],
  shows: Shown | number,
  meta: TaskMeta = {},
): Promise<void> {
  const theirs = await observeAll(program(upstream), asked)
  const ours = await observeAll(program(mini), asked)
  expect(ours).toHaveLength(asked.length)
  state(theirs.at(-1), typeof shows === 'number' ? { status: shows } : shows)
  const differing = theirs
    .map((observation, at) => judge(observation, ours[at] as Observation))
    .filter(({ kind }) => kind !== 'agree')
  record(meta, LABELS, {
    kind: differing.length > 0 ? 'differs' : 'agree',
    explanation: differing.map((verdict) => explain(verdict, LABELS)).join('\n'),
  })
}

function requests(ask: Case['ask']): readonly RequestSpec[] {
  if (ask === undefined) return [{}]
  return Array.isArray(ask) ? ask : [ask as RequestSpec]
}

function state(observation: Observation | undefined, shows: Shown): void {
  const answer = observation?.answers.at(-1)
  const body = Buffer.from(answer?.body ?? []).toString()
  expect(answer?.status ?? 0, 'upstream’s status').toBe(shows.status)
  if (typeof shows.body === 'string') expect(body, 'upstream’s body').toBe(shows.body)
  if (shows.body instanceof RegExp) expect(body, 'upstream’s body').toMatch(shows.body)
  for (const [name, value] of Object.entries(shows.headers ?? {})) {
    const found = answer?.headers.filter(([one]) => one.toLowerCase() === name.toLowerCase())
    const text = found?.map(([, one]) => one).join('\n') || undefined
    if (value instanceof RegExp) expect(text, `upstream’s ${name}`).toMatch(value)
    else expect(text, `upstream’s ${name}`).toBe(value)
  }
  if (shows.fate) expect(observation?.fate, 'upstream’s connection').toBe(shows.fate)
  const printed = observation?.slips.map(({ text }) => text).join('\n') ?? ''
  if (shows.prints) expect(printed, 'what upstream prints').toMatch(shows.prints)
  else expect(printed, 'what upstream prints').toBe('')
}
