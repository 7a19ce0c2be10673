/**
 * The process of one launch: a subject at work on a case, and nothing else.
 *
 * It is asked by messages: `own` to measure itself, `usage` for the CPU time it has used.
 *
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestBytes } from './answer.ts'
import { driveCalls } from './calls.ts'
import { caseOf } from './cases/index.ts'
import { loadTools, type Part, type SubjectId, start } from './subjects.ts'
import { cpuTime, drive, hold, type Plan } from './wire.ts'

/** What the parent says. */
export type Order = { do: 'own'; answerBytes: number; plan: Plan } | { do: 'usage' }

/** What the child says first. */
export interface Ready {
  /** Where it listens, if it does. */
  port: number
  node: string
  parts: Part[]
}

/** What it says to each order. */
export interface Replies {
  /** Of each slice, in the unit of the case. */
  own: number[]
  /** In microseconds. */
  usage: number
}

/** How many requests are left open at once. */
const HELD = 1000

const [subject, caseId] = process.argv.slice(2) as [SubjectId, string]
const work = caseOf(caseId)
// An app that fails says so; what printing costs is not what is asked here.
console.error = () => {}

const { own, parts, server } = await begin()
process.on('message', async (order: Order) => {
  process.send?.(order.do === 'usage' ? cpuTime() : await own(order))
})
process.on('disconnect', () => process.exit())
process.send?.({
  port: (server?.address() as AddressInfo | undefined)?.port ?? 0,
  node: process.version,
  parts,
} satisfies Ready)

/** How the subject measures itself on this case. */
type Own = (order: Extract<Order, { do: 'own' }>) => Promise<number[]> | number[]

async function begin(): Promise<{ own: Own; parts: Part[]; server?: Server }> {
  if (work.kind === 'size') throw new Error(`${work.id} needs no launch`)
  if (work.kind === 'call') {
    const { tools, parts } = await loadTools(subject, work.tools[subject] ?? [])
    const fn = work.prepare(tools, subject)
    return { own: ({ plan }) => driveCalls(fn, plan), parts }
  }
  const begun = cpuTime()
  const { server, parts } = await start(subject, work)
  const startUp = (cpuTime() - begun) / 1000
  if (work.kind === 'start-up') return { own: () => [startUp], parts, server }

  const request = requestBytes(work.ask)
  if (work.kind === 'memory') {
    return { own: async () => [await hold(server, request, HELD)], parts, server }
  }
  const own: Own = ({ answerBytes, plan }) => drive({ server, request, answerBytes }, plan)
  return { own, parts, server }
}
