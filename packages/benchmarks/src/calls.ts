/**
 * Driving a function: the same call over and over, each awaited where it returns a promise.
 *
 * @module
 */
import { cpuTime, type Plan, slicesOf } from './wire.ts'

/** Calls it, and tells the CPU time of a call in each slice, in microseconds. */
export function driveCalls(fn: () => unknown, plan: Plan): Promise<number[]> {
  return slicesOf(plan, () => spin(fn, plan.sliceMs * 1000))
}

/** How many calls go by between two looks at the clock. */
const LOOK = 64

async function spin(fn: () => unknown, duration: number): Promise<number> {
  const begun = cpuTime()
  let calls = 0
  while (cpuTime() - begun < duration) {
    for (let call = 0; call < LOOK; call += 1) {
      const result = fn()
      // Awaiting what is no promise would be most of the time.
      if (result instanceof Promise) await result
    }
    calls += LOOK
  }
  return (cpuTime() - begun) / calls
}
