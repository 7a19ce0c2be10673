/**
 * What a reader is asked before a run is shown, made from the run itself.
 *
 * Where the handlers' beginnings and ends stand in another order on the two sides, their order is asked; where the answers
 * differ, the answers; else whether the two sides do alike.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { Event, Side } from '@await-next/comparisons'
import type { WrittenTopic } from '../comparison-data.ts'

type Language = 'en' | 'zh'

/** The question, with what is right. */
export type Guess =
  | { kind: 'order'; request: string; sides: Record<Side, OrderGuess> }
  | { kind: 'answer'; request: string; options: string[]; sides: Record<Side, number> }
  | { kind: 'alike'; alike: boolean }

/** Events in the order in which they happened, and the order in which they are offered. */
export interface OrderGuess {
  events: Milestone[]
  /** Indexes in `events`. */
  offered: number[]
}

/** What a handler did: began, or was done. */
export type Milestone = Pick<Event, 'kind' | 'handler'>

/** More to put in order is no pleasure. */
const MOST = 8

/** Makes the question of a topic that was run. */
export function guessOf(topic: WrittenTopic, language: Language): Guess {
  return (
    order(topic, language) ??
    answer(topic, language) ?? { kind: 'alike', alike: topic.alike ?? false }
  )
}

function order(topic: WrittenTopic, language: Language): Guess | undefined {
  for (const [at, { name }] of topic.runs.express.requests.entries()) {
    const [express, koa] = (['express', 'koa'] as const).map((side) =>
      milestones(topic.runs[side].requests[at]?.events ?? []),
    ) as [Milestone[], Milestone[]]
    const fits = [express, koa].every(({ length }) => length >= 3 && length <= MOST)
    if (!fits || express.map(keyOf).join() === koa.map(keyOf).join()) continue
    const sides = { express: shuffled(express, topic.id), koa: shuffled(koa, topic.id) }
    return { kind: 'order', request: name[language], sides }
  }
  return undefined
}

/** Beginnings, ends and the answer. A handler that returns no promise is done when it returns. */
export function milestones(events: readonly Event[]): Milestone[] {
  return events.flatMap(({ kind, handler, depth }, at) => {
    if (kind === 'next') return []
    const isPromised = events
      .slice(at + 1)
      .some((later) => later.handler === handler && later.depth === depth && ENDS.has(later.kind))
    return kind === 'return' && isPromised ? [] : [{ kind, handler }]
  })
}

const ENDS: ReadonlySet<string> = new Set(['settle', 'throw'])

function keyOf({ kind, handler }: Milestone): string {
  return `${kind} ${handler}`
}

/** In an order that says nothing, and is the same each time the page is made. */
function shuffled(events: Milestone[], salt: string): OrderGuess {
  const offered = [...events.keys()].sort((one, other) =>
    rank(events, one, salt) < rank(events, other, salt) ? -1 : 1,
  )
  return { events, offered }
}

function rank(events: readonly Milestone[], at: number, salt: string): string {
  return hash(`${salt} ${keyOf(events[at] as Milestone)} ${at}`)
}

/** Every answer of the topic is offered, whoever gave it. */
function answer(topic: WrittenTopic, language: Language): Guess | undefined {
  const requests = topic.runs.express.requests
  const answersTo = (at: number) =>
    (['express', 'koa'] as const).map((side) => toldAnswer(topic, side, at))
  const all = [...new Set([...requests.keys()].flatMap(answersTo))].filter((one) => one !== '')
  const at = requests.findIndex((_, each) => new Set(answersTo(each)).size === 2)
  const request = requests[at]
  if (!request || all.length < 2) return undefined
  const [express, koa] = answersTo(at) as [string, string]
  const rest = all.filter((one) => one !== express && one !== koa)
  const options = [...new Set([express, koa, ...rest])]
    .slice(0, OFFERED)
    .sort((one, other) => (hash(one) < hash(other) ? -1 : 1))
  const sides = { express: options.indexOf(express), koa: options.indexOf(koa) }
  if (options.includes('')) return undefined
  return { kind: 'answer', request: request.name[language], options, sides }
}

/** As many answers as are offered at most. */
const OFFERED = 5

/** `200 OK, hello`; nothing for a visit or a silence. */
function toldAnswer(topic: WrittenTopic, side: Side, at: number): string {
  const answer = topic.runs[side].requests[at]?.observation.answers.at(-1)
  if (!answer) return ''
  const body = 'text' in answer.body ? answer.body.text : ''
  const line =
    body
      .split('\n')
      .find((one) => /\S/.test(one))
      ?.trim() ?? ''
  const status = answer.statusLine.replace(/^HTTP\/\S+ /, '')
  return line ? `${status} · ${line.length > LINE ? `${line.slice(0, LINE)}…` : line}` : status
}

const LINE = 60

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
