/**
 * V8's stack, without what async functions wait for.
 *
 * @module
 */
import { runInNewContext } from 'node:vm'

/** These are V8's, and not in Node's types. */
export type CallSite = NodeJS.CallSite & {
  isAsync(): boolean
  getPosition(): number
  getScriptNameOrSourceURL(): string | null
}

/** In a realm of its own: its `Error` is set up once and for all, and nobody else sees it. */
const capture: (above: (...args: never[]) => unknown) => CallSite[] = runInNewContext(`
  Error.stackTraceLimit = Infinity
  Error.prepareStackTrace = (_err, sites) => sites
  function capture(above) {
    const holder = {}
    Error.captureStackTrace(holder, above)
    return holder.stack
  }
  capture
`)

/** What stands below a function of ours on the stack, the nearest first. */
export function callSites(above: (...args: never[]) => unknown): CallSite[] {
  const sites = capture(above)
  // What is waited for comes last.
  while (sites.at(-1)?.isAsync()) sites.pop()
  return sites
}
