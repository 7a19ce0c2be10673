/**
 * The topic contract: one question about Express and Koa, asked by running one program per side.
 *
 * A topic is a folder with `express.ts` and `koa.ts` (the programs) and `topic.ts` (the question, the
 * requests, and what each upstream is expected to show). Nothing in it imports a framework: the program
 * is handed one, so that the same file runs on upstream and on the mini.
 *
 * @module
 */
import type express from '@await-next/mini-express'
import type Koa from '@await-next/mini-koa'
import type koaBody from '@await-next/mini-koa/body'
import type Router from '@await-next/mini-koa/router'
import type { Fate, Listenable, Observation, RequestSpec } from '@await-next/oracle'
import { NEEDS, type Need, type Tools } from './tools.ts'
import { TopicError } from './topic-error.ts'

export type { Equipment, Need, Tools } from './tools.ts'
export { TopicError } from './topic-error.ts'

/** The two frameworks compared. Each side has an upstream and a mini. */
export type Side = 'express' | 'koa'

/** The languages every text of ours is written in. */
export type Language = 'en' | 'zh'

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>

/** The groups of topics, in the order in which they are read. */
export const GROUPS = {
  stack: { en: 'The stack', zh: '中间件栈' },
  routing: { en: 'Routing', zh: '路由' },
  response: { en: 'The response', zh: '响应' },
  request: { en: 'The request', zh: '请求' },
  applications: { en: 'Applications', zh: '应用' },
} as const satisfies Readonly<Record<string, Text>>

/** Where a topic stands among the others. */
export type Group = keyof typeof GROUPS

/** What a Koa program is given: Koa itself has neither router nor body parser, so the framework brings them. */
export type KoaTools<Needs extends Need = never> = Tools<Needs> & {
  /** `@koa/router` on upstream, `@await-next/mini-koa/router` on the mini. */
  Router: typeof Router
  /** `koa-body` on upstream, `@await-next/mini-koa/body` on the mini. */
  koaBody: typeof koaBody
}

/**
 * What a program hands back: its app, or a server made of one; with what is to be closed behind it, where there is
 * something.
 */
export type Built = Listenable | { app: Listenable; close?(): unknown }

/** A program as an Express user would write it: builds an app, or a server made of one, and does not listen. */
export type ExpressProgram<Needs extends Need = never> = (
  framework: typeof express,
  tools: Tools<Needs>,
) => Built | Promise<Built>

/** A program as a Koa user would write it: builds an app, or a server made of one, and does not listen. */
export type KoaProgram<Needs extends Need = never> = (
  framework: typeof Koa,
  tools: KoaTools<Needs>,
) => Built | Promise<Built>

/**
 * What one request is expected to show on an upstream. It is asserted before anything is compared, so
 * that upstream and mini failing alike is still a failure.
 */
export interface Claim {
  /** The final answer's status code; left out only where no answer comes, and for a visit. */
  status?: number
  /** What a visitor tells, line by line. */
  told?: readonly string[]
  /** The body as text, whole or by pattern. */
  body?: string | RegExp
  /**
   * Some of the answer's headers, by lower-case name: whole, by pattern, each line of one that is sent more
   * than once, or `undefined` for one that must be missing.
   */
  headers?: Readonly<Record<string, string | RegExp | readonly string[] | undefined>>
  /** What became of the connection. Defaults to `kept`. */
  fate?: Fate
  /** What the process let slip, each as `kind: first line`. Defaults to nothing at all. */
  slips?: readonly string[]
  /** Every event in order, each as `enter outer` or `next(Error: late) outer`. */
  events?: readonly string[]
}

/** What a side shows, request by request, and why. */
export interface SideOfTopic {
  /** One claim a request, in the order of the topic's requests. */
  shows: readonly Claim[]
  /** Why this side does what it does. */
  why: Text
}

/** One request of a topic: as it is sent, or what an earlier answer makes of it, or the visit of a client. */
export type TopicRequest<Needs extends Need = never> = Sent | SentAfter | Visit<Needs>

/** A request as it is sent. */
export interface Sent extends Omit<RequestSpec, 'name'> {
  /** What is asked, in a few words. */
  readonly name: Text
}

/** A request that holds something of an earlier answer: a cookie, a token. */
export interface SentAfter {
  readonly name: Text
  /** Makes the request from what was seen so far. */
  after(earlier: readonly Observation[]): RequestSpec
}

/** A client of another kind than ours: a WebSocket, a mail box, a browser that follows redirects. */
export interface Visit<Needs extends Need = never> {
  readonly name: Text
  /** Comes, does what it does, and tells of it, line by line. */
  visit(world: World<Needs>): Promise<readonly string[]>
}

/** What a visitor finds. */
export interface World<Needs extends Need = never> {
  /** `http://127.0.0.1:<port>` */
  origin: string
  port: number
  tools: Tools<Needs>
}

/** One thing worth comparing. */
export interface Topic<Needs extends Need = never> {
  group: Group
  title: Text
  /** What a reader should predict before looking. */
  question: Text
  /** Components that the programs are given; a service that a machine lacks leaves the topic "not run". */
  needs?: readonly Needs[]
  /** Sent in this order, each over a connection of its own, to one running app. */
  requests: readonly TopicRequest<Needs>[]
  express: SideOfTopic
  koa: SideOfTopic
  /** The answer in a sentence or two: what the difference, or its absence, means for a user. */
  answer: Text
}

/**
 * Checks the shape of a topic that came from a file.
 *
 * @param value - The default export of a `topic.ts`.
 * @param where - The file, for the message.
 * @throws {@link TopicError} naming the first field that is missing or of the wrong shape.
 */
export function checkTopic(value: unknown, where: string): Topic<Need> {
  const fail = (problem: string): never => {
    throw new TopicError(`${where}: ${problem}`)
  }
  if (!isRecord(value)) return fail('the default export must be a topic object')
  for (const field of ['title', 'question', 'answer']) checkText(value[field], field, fail)
  if (!Object.keys(GROUPS).includes(String(value['group']))) {
    fail(`\`group\` must be one of ${Object.keys(GROUPS).join(', ')}`)
  }

  const { needs = [], requests } = value
  if (!Array.isArray(needs) || !needs.every((need) => NEEDS.includes(need))) {
    fail(`\`needs\` must be some of ${NEEDS.join(', ')}`)
  }
  if (!Array.isArray(requests) || requests.length === 0)
    return fail('`requests` needs at least one')
  requests.forEach((request, at) => {
    checkText(isRecord(request) ? request['name'] : undefined, `requests[${at}].name`, fail)
  })
  for (const side of ['express', 'koa']) checkSide(value[side], side, requests.length, fail)
  return value as unknown as Topic<Need>
}

function checkSide(value: unknown, side: string, count: number, fail: (problem: string) => never) {
  if (!isRecord(value)) return fail(`\`${side}\` must be an object with \`shows\` and \`why\``)
  checkText(value['why'], `${side}.why`, fail)
  const shows = value['shows']
  if (!Array.isArray(shows) || shows.length !== count) {
    return fail(`\`${side}.shows\` needs one claim a request (${count})`)
  }
  shows.forEach((claim, at) => {
    if (!isRecord(claim) || Object.keys(claim).length === 0) {
      fail(`\`${side}.shows[${at}]\` claims nothing: a comparison that cannot fail says nothing`)
    }
  })
}

function checkText(value: unknown, field: string, fail: (problem: string) => never): void {
  if (!isRecord(value) || typeof value['en'] !== 'string' || typeof value['zh'] !== 'string') {
    fail(`\`${field}\` must be { en, zh }`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
