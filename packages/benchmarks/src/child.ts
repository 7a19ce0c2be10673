/**
 * The process of one launch: a subject at work on a case, and nothing else.
 *
 * It is asked by messages: `warmUp` to get V8 to work, `own` to measure itself, `usage` for the CPU time it has used.
 *
 * @module
 */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestBytes } from './answer.ts'
import { driveCalls } from './calls.ts'
import { caseOf } from './cases/index.ts'
import { loadTools, type Part, type SubjectId, start } from './subjects.ts'
import { cpuTime, drive, hold, measure, type Plan, type Run, settle } from './wire.ts'

/** What the parent says. */
export type Order =
  | { do: 'warmUp'; answerBytes: number; plan: Plan }
  | { do: 'own'; plan: Plan }
  | { do: 'usage' }

/** What the child says first. */
export interface Ready {
  /** Where it listens, if it does. */
  port: number
  node: string
  parts: Part[]
}

/** What it says to each order. */
export interface Replies {
  warmUp: 'warm'
  /** In the unit of the case. */
  own: number
  /** In microseconds. */
  usage: number
}

/** How many requests are left open at once. */
const HELD = 1000

const [subject, caseId] = process.argv.slice(2) as [SubjectId, string]
const work = caseOf(caseId)
// An app that fails says so; what printing costs is not what is asked here.
console.error = () => {}

const { parts, server, ...subjectAtWork } = await begin()
process.on('message', async (order: Order) => {
  process.send?.(await obey(order))
})
process.on('disconnect', () => process.exit())
process.send?.({
  port: (server?.address() as AddressInfo | undefined)?.port ?? 0,
  node: process.version,
  parts,
} satisfies Ready)

async function obey(order: Order): Promise<Replies[Order['do']]> {
  if (order.do === 'usage') return cpuTime()
  if (order.do === 'own') return subjectAtWork.own(order.plan)
  await subjectAtWork.warmUp(order.answerBytes, order.plan)
  return 'warm'
}

/** How the subject measures itself on this case. */
interface Begun {
  warmUp: (answerBytes: number, plan: Plan) => Promise<void> | void
  own: (plan: Plan) => Promise<number> | number
  parts: Part[]
  server?: Server
}

async function begin(): Promise<Begun> {
  if (work.kind === 'size') throw new Error(`${work.id} needs no launch`)
  if (work.kind === 'call') {
    const { tools, parts } = await loadTools(subject, work.tools[subject] ?? [])
    return { ...repeated(() => driveCalls(work.prepare(tools, subject))), parts }
  }
  const begun = cpuTime()
  const { server, parts } = await start(subject, work)
  const startUp = (cpuTime() - begun) / 1000
  const once = { warmUp: () => {}, parts, server }
  if (work.kind === 'start-up') return { ...once, own: () => startUp }

  const request = requestBytes(work.ask)
  if (work.kind === 'memory') return { ...once, own: () => hold(server, request, HELD) }
  return {
    ...repeated((answerBytes) => drive({ server, request, answerBytes })),
    parts,
    server,
  }
}

/** What is done over and over: first until V8 has settled, then to be measured. */
function repeated(prepare: (answerBytes: number) => Run): Pick<Begun, 'warmUp' | 'own'> {
  let run: Run
  let each: number
  return {
    async warmUp(answerBytes, plan) {
      run = prepare(answerBytes)
      each = await settle(run, plan)
    },
    own: (plan) => measure(run, each, plan),
  }
}
