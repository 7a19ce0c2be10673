/**
 * What is made of the runs: does upstream show what is claimed, does the mini do the same, do the sides differ.
 *
 * @module
 */
import { isDeepStrictEqual as equal } from 'node:util'
import {
  type Answer,
  type Difference,
  judge,
  type KnownDifference,
  maskRoom,
  type Observation,
} from '@await-next/oracle'
import { type Event, type EventKind, eventLine } from './events.ts'
import type { RequestRun, SubjectRun } from './run.ts'
import type { Claim, Need, Side, Text, Topic } from './topic.ts'

/** Mini against upstream for one request, or for all requests of a topic. */
export type VerdictKind = 'agree' | 'known difference' | 'differs'

/** What one request says about one side. */
export interface RequestVerdict {
  request: Text
  /** Where upstream does not show what the topic claims, in words. Empty when it does. */
  refuted: readonly string[]
  kind: VerdictKind
  differences: readonly Difference[]
  /** Names of the rules by which something was ignored. */
  ignored: readonly string[]
}

/** What a topic says about one side. */
export interface SideVerdict {
  side: Side
  /** Who was judged, and by whom. */
  labels: { upstream: string; mini: string }
  /** The worst of the requests; `differs` as well when a claim is refuted or a run is missing. */
  kind: VerdictKind
  requests: readonly RequestVerdict[]
}

/** Judges one side of a topic: the claims on upstream first, then upstream against mini. */
export function judgeSide(
  side: Side,
  topic: Topic<Need> & { id: string },
  upstream: SubjectRun,
  mini: SubjectRun,
  known: readonly KnownDifference[],
): SideVerdict {
  const requests = topic.requests.map(({ name }, at): RequestVerdict => {
    const [seen, own] = [requestOf(upstream, at, name), requestOf(mini, at, name)]
    const comparison = `${mini.provenance.label}: ${topic.id}: ${name.en}`
    const wire = judge(seen.observation, own.observation, {
      comparison,
      known,
      // That nobody answers is a behaviour only where the topic says so.
      unanswered: topic[side].shows[at]?.fate !== undefined,
    })
    const differences = [...wire.differences, ...eventDifference(seen, own)]
    const refuted = refutations(topic[side].shows[at] as Claim, seen)
    const kind = eventDifference(seen, own).length > 0 ? 'differs' : wire.kind
    return { request: name, refuted, kind, differences, ignored: wire.ignored }
  })
  const labels = { upstream: upstream.provenance.label, mini: mini.provenance.label }
  return { side, labels, kind: worst(requests), requests }
}

/** Whether a client sees the same of both sides, and their handlers begin and end in the same order. */
export function sidesAlike(express: SubjectRun, koa: SubjectRun): boolean {
  const shown = ({ requests }: SubjectRun) =>
    requests.map(({ observation, events }) => ({
      fate: observation.fate,
      status: finalAnswer(observation)?.status,
      body: bodyText(observation),
      walk: walk(events),
      told: observation.told,
    }))
  return equal(shown(express), shown(koa))
}

/** Who began and who ended, each as `begin outer` or `end outer`, in order: an async handler ends when its promise settles, another one when it returns. */
export function walk(events: readonly Event[]): string[] {
  return events.flatMap(({ kind, handler, depth }, at) => {
    if (kind === 'enter') return `begin ${handler}`
    if (kind === 'settle' || kind === 'throw') return `end ${handler}`
    if (kind !== 'return') return []
    const later = events
      .slice(at + 1)
      .find((event) => event.handler === handler && event.depth === depth && ENDS[event.kind])
    return later ? [] : `end ${handler}`
  })
}

/** What comes after a return only where a promise was returned. */
const ENDS: Partial<Record<EventKind, true>> = { settle: true, throw: true }

/** The answer that counts: the last one, after any 1xx. */
export function finalAnswer(observation: Observation): Answer | undefined {
  return observation.answers.at(-1)
}

/** The final answer's body as text, empty where no answer came. */
export function bodyText(observation: Observation): string {
  return Buffer.from(finalAnswer(observation)?.body ?? []).toString('utf8')
}

/** Each slip as `kind: first line`, the way a claim writes it. */
export function slipLines(observation: Observation): string[] {
  return observation.slips.map(({ kind, text }) => `${kind}: ${text.trim().split('\n')[0] ?? ''}`)
}

function requestOf(run: SubjectRun, at: number, name: Text): RequestRun {
  const request = run.requests[at]
  if (request?.name.en === name.en) return request
  throw new Error(`${run.provenance.subject}: ${run.topic}: "${name.en}" has no observation`)
}

function eventDifference(upstream: RequestRun, mini: RequestRun): Difference[] {
  const [expected, actual] = [upstream, mini].map(({ events }) =>
    maskRoom(events.map(eventLine).join(', ')),
  )
  return expected === actual
    ? []
    : [{ field: 'events', upstream: expected ?? '', mini: actual ?? '' }]
}

/** Says in words where an upstream does not show what a topic claims of it. */
function refutations(claim: Claim, { observation, events }: RequestRun): string[] {
  const answer = finalAnswer(observation)
  const body = bodyText(observation)
  const refuted: string[] = []
  const check = (what: string, claimed: unknown, seen: unknown) => {
    const holds =
      claimed instanceof RegExp
        ? typeof seen === 'string' && claimed.test(seen)
        : equal(claimed, seen)
    if (!holds) refuted.push(`${what}: claimed ${show(claimed)}, seen ${show(seen)}`)
  }

  check('status', claim.status, answer?.status)
  if (claim.body !== undefined) check('body', claim.body, body)
  for (const [name, value] of Object.entries(claim.headers ?? {})) {
    check(name, value, headerOf(answer, name))
  }
  if (claim.told !== undefined) check('told', claim.told, observation.told)
  check('fate', claim.fate ?? (claim.told ? 'visited' : 'kept'), observation.fate)
  check('slips', claim.slips ?? [], slipLines(observation))
  if (claim.events) check('events', claim.events, events.map(eventLine))
  return refuted
}

/** One line as text, several as a list, none as `undefined`. */
function headerOf(answer: Answer | undefined, name: string): string | string[] | undefined {
  const lines = (answer?.headers ?? []).filter(([given]) => given.toLowerCase() === name)
  return lines.length > 1 ? lines.map(([, value]) => value) : lines[0]?.[1]
}

function show(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  return JSON.stringify(value) ?? '(none)'
}

function worst(requests: readonly RequestVerdict[]): VerdictKind {
  if (requests.some(({ kind, refuted }) => kind === 'differs' || refuted.length > 0))
    return 'differs'
  return requests.some(({ kind }) => kind === 'known difference') ? 'known difference' : 'agree'
}
