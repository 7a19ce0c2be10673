/**
 * Sets breakpoints as a debugger does, runs a topic, and prints the line each was bound to and how often it was hit.
 *
 * `breakpoints.ts <topic> <subject> <file>:<line>…`: a path, and a line counted from one.
 *
 * @module
 */
import { type Debugger, Session } from 'node:inspector'
import { pathToFileURL } from 'node:url'

/** What became of a breakpoint. */
export interface Outcome {
  /** The lines it is bound to, counted from one. */
  bound: number[]
  hits: number
}

const [topic = '', subject = '', ...places] = process.argv.slice(2)
const session = new Session()
const outcomes: Record<string, Outcome> = {}
const names = new Map<string, string>()

session.connect()
session.on('Debugger.paused', ({ params }) => {
  for (const id of params.hitBreakpoints ?? []) {
    const outcome = outcomes[names.get(id) ?? '']
    if (outcome) outcome.hits += 1
  }
})
session.on('Debugger.breakpointResolved', ({ params: { breakpointId, location } }) => {
  outcomes[names.get(breakpointId) ?? '']?.bound.push(location.lineNumber + 1)
})
session.post('Debugger.enable')
for (const place of places) setBreakpoint(place)

process.argv.splice(2, Number.POSITIVE_INFINITY, topic, subject)
process.once('exit', () => console.log(JSON.stringify(outcomes)))
await import('../bin/run-topic.ts')

function setBreakpoint(place: string): void {
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? []
  const params: Debugger.SetBreakpointByUrlParameterType = {
    url: pathToFileURL(file).href,
    lineNumber: Number(line) - 1,
  }
  session.post('Debugger.setBreakpointByUrl', params, (err, { breakpointId, locations }) => {
    if (err) throw err
    names.set(breakpointId, place)
    const bound = locations.map(({ lineNumber }) => lineNumber + 1)
    outcomes[place] = { bound, hits: 0 }
  })
}
