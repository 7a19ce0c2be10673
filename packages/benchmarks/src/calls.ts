/**
 * Driving a function: the same call over and over, each awaited where it returns a promise.
 *
 * @module
 */
import { cpuTime, type Plan, slicesOf } from './wire.ts'

/** Calls it, and tells the CPU time of a call in each slice, in microseconds. */
export function driveCalls(fn: () => unknown, plan: Plan): Promise<number[]> {
  return slicesOf(plan, (calls) => spin(fn, calls))
}

async function spin(fn: () => unknown, calls: number): Promise<number> {
  const begun = cpuTime()
  for (let call = 0; call < calls; call += 1) {
    const result = fn()
    // Awaiting what is no promise would be most of the time.
    if (result instanceof Promise) await result
  }
  return (cpuTime() - begun) / calls
}
