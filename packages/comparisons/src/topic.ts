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
import type Router from '@await-next/mini-koa/router'
import type { Fate, Listenable, RequestSpec } from '@await-next/oracle'

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

/** What a program is given beside its framework. */
export interface Tools {
  /** Resolves after `ms` milliseconds: the database, the file, the other server of a real program. */
  wait(ms: number): Promise<void>
}

/** What a Koa program is given: Koa itself has no router, so the topic's framework brings its own. */
export interface KoaTools extends Tools {
  /** `@koa/router` on upstream, `@await-next/mini-koa/router` on the mini. */
  Router: typeof Router
}

/** A program as an Express user would write it: builds an app, or a server made of one, and does not listen. */
export type ExpressProgram = (framework: typeof express, tools: Tools) => Listenable

/** A program as a Koa user would write it: builds an app, or a server made of one, and does not listen. */
export type KoaProgram = (framework: typeof Koa, tools: KoaTools) => Listenable

/**
 * What one request is expected to show on an upstream. It is asserted before anything is compared, so
 * that upstream and mini failing alike is still a failure.
 */
export interface Claim {
  /** The final answer's status code; left out only where no answer comes. */
  status?: number
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

/** One request of a topic. */
export interface TopicRequest extends Omit<RequestSpec, 'name'> {
  /** What is asked, in a few words. */
  readonly name: Text
}

/** One thing worth comparing. */
export interface Topic {
  group: Group
  title: Text
  /** What a reader should predict before looking. */
  question: Text
  /** Sent in this order, each over a connection of its own, to one running app. */
  requests: readonly TopicRequest[]
  express: SideOfTopic
  koa: SideOfTopic
  /** The answer in a sentence or two: what the difference, or its absence, means for a user. */
  answer: Text
}

/** A topic that cannot be run: says in which folder, what is wrong, and what was expected. */
export class TopicError extends Error {
  override name = 'TopicError'
}

/**
 * Checks the shape of a topic that came from a file.
 *
 * @param value - The default export of a `topic.ts`.
 * @param where - The file, for the message.
 * @throws {@link TopicError} naming the first field that is missing or of the wrong shape.
 */
export function checkTopic(value: unknown, where: string): Topic {
  const fail = (problem: string): never => {
    throw new TopicError(`${where}: ${problem}`)
  }
  if (!isRecord(value)) return fail('the default export must be a topic object')
  for (const field of ['title', 'question', 'answer']) checkText(value[field], field, fail)
  if (!Object.keys(GROUPS).includes(String(value['group']))) {
    fail(`\`group\` must be one of ${Object.keys(GROUPS).join(', ')}`)
  }

  const { requests } = value
  if (!Array.isArray(requests) || requests.length === 0)
    return fail('`requests` needs at least one')
  requests.forEach((request, at) => {
    checkText(isRecord(request) ? request['name'] : undefined, `requests[${at}].name`, fail)
  })
  for (const side of ['express', 'koa']) checkSide(value[side], side, requests.length, fail)
  return value as unknown as Topic
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
