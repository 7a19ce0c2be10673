/**
 * Sets breakpoints as a debugger does, runs a topic, and prints how often each was hit.
 *
 * `breakpoints.ts <topic> <subject> <file>:<line>…`: the end of a file's URL, and a line counted from one.
 *
 * @module
 */
import { type Debugger, Session } from 'node:inspector'

const [topic = '', subject = '', ...places] = process.argv.slice(2)
const session = new Session()
const hits: Record<string, number> = {}
const names = new Map<string, string>()

session.connect()
session.on('Debugger.paused', ({ params }) => {
  for (const id of params.hitBreakpoints ?? []) {
    const place = names.get(id)
    if (place) hits[place] = (hits[place] ?? 0) + 1
  }
})
session.post('Debugger.enable')
for (const place of places) setBreakpoint(place)

process.argv.splice(2, Number.POSITIVE_INFINITY, topic, subject)
process.once('exit', () => console.log(JSON.stringify(hits)))
await import('../bin/run-topic.ts')

function setBreakpoint(place: string): void {
  const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? []
  const urlRegex = `${file.replaceAll('.', '\\.')}$`
  const params: Debugger.SetBreakpointByUrlParameterType = {
    urlRegex,
    lineNumber: Number(line) - 1,
  }
  session.post('Debugger.setBreakpointByUrl', params, (err, { breakpointId }) => {
    if (err) throw err
    names.set(breakpointId, place)
    hits[place] = 0
  })
}
