/**
 * Driving a function: the same call over and over, each awaited where it returns a promise.
 *
 * @module
 */
import { cpuTime, type Run } from './wire.ts'

/** Calls it over and over. */
export function driveCalls(fn: () => unknown): Run {
  return (calls) => spin(fn, calls)
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
