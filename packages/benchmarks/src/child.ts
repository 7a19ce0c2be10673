/**
 * The process of one launch: a subject at work on a case, and nothing else.
 *
 * It is asked by messages: `own` to drive itself without sockets, `usage` for the CPU time it has used.
 *
 * @module
 */
import type { AddressInfo } from 'node:net'
import { requestBytes } from './answer.ts'
import { caseOf } from './cases/index.ts'
import { type Part, type SubjectId, start } from './subjects.ts'
import { cpuTime, drive, type Plan } from './wire.ts'

/** What the parent says. */
export type Order = { do: 'own'; answerBytes: number; plan: Plan } | { do: 'usage' }

/** What the child says first. */
export interface Ready {
  port: number
  node: string
  parts: Part[]
}

/** What it says to each order. */
export interface Replies {
  /** CPU time of a request in each slice, in microseconds. */
  own: number[]
  /** In microseconds. */
  usage: number
}

const [subject, caseId] = process.argv.slice(2) as [SubjectId, string]
const work = caseOf(caseId)
// An app that fails says so; what printing costs is not what is asked here.
console.error = () => {}
const { server, parts } = await start(subject, work)

process.on('message', async (order: Order) => {
  process.send?.(await replyTo(order))
})
process.on('disconnect', () => process.exit())
process.send?.({
  port: (server.address() as AddressInfo).port,
  node: process.version,
  parts,
} satisfies Ready)

async function replyTo(order: Order): Promise<Replies[Order['do']]> {
  if (order.do === 'usage') return cpuTime()
  const request = requestBytes(work.ask)
  return drive({ server, request, answerBytes: order.answerBytes }, order.plan)
}
