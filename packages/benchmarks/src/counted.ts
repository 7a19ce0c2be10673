/**
 * The process whose instructions are counted: so many requests, one after another, and the end.
 *
 * @module
 */
import { requestBytes } from './answer.ts'
import { caseOf } from './cases/index.ts'
import { type SubjectId, start } from './subjects.ts'
import { askOnce, spin, Wire } from './wire.ts'

const [subject, caseId, requests] = process.argv.slice(2) as [SubjectId, string, string]
const work = caseOf(caseId)
if (work.kind !== 'http') throw new Error(`${caseId} is asked for nothing`)

console.error = () => {}
const { server } = await start(subject, work)
const request = requestBytes(work.ask)
const answerBytes = (await askOnce(server, request)).length
await spin([new Wire(server)], { server, request, answerBytes }, Number(requests))
process.exit()
