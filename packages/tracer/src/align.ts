/**
 * Lock-step: two traces laid side by side at their events, so that a reader moves both with one key.
 *
 * @module
 */
import type { Trace, TraceEvent } from './trace.ts'

/** An event of either trace, or the same of both; indexes in `events`. */
export interface Rung {
  one: number | null
  other: number | null
}

/** Two traces side by side. */
export interface Alignment {
  /** All events of both, in order. */
  rungs: readonly Rung[]
  /** Index of the first rung that only one of them has; `null` where they do the same all along. */
  partsAt: number | null
}

/**
 * Aligns two traces: the longest run of events that both have in the same order. Events are the same when the same
 * handler did the same for the same request of the scenario.
 */
export function align(one: Trace, other: Trace): Alignment {
  const [left, right] = [one, other].map((trace) =>
    trace.events.map((event) => keyOf(trace, event)),
  )
  const rungs = climb(left as string[], right as string[])
  const parts = rungs.findIndex((rung) => rung.one === null || rung.other === null)
  return { rungs, partsAt: parts < 0 ? null : parts }
}

/**
 * Where the other trace is when the one is before its step `step`: behind as many of the events they share.
 *
 * @returns A number of steps that are done in `other`.
 */
export function follow({ rungs }: Alignment, one: Trace, other: Trace, step: number): number {
  let at = 0
  for (const rung of rungs) {
    const event = rung.one === null ? undefined : one.events[rung.one]
    if (event && event.step > step) break
    if (event && rung.other !== null) at = (other.events[rung.other] as TraceEvent).step
  }
  return at
}

function keyOf({ requests }: Trace, { kind, subject, request }: TraceEvent): string {
  return `${requests[request]?.asked ?? -1} ${kind} ${subject}`
}

/** The longest common subsequence, with what either has alone before what both have. */
function climb(left: readonly string[], right: readonly string[]): Rung[] {
  const lengths = commonLengths(left, right)
  const rungs: Rung[] = []
  let [one, other] = [0, 0]
  while (one < left.length || other < right.length) {
    if (one < left.length && left[one] === right[other]) {
      rungs.push({ one, other })
      one += 1
      other += 1
    } else if (other >= right.length || (one < left.length && leads(lengths, one, other))) {
      rungs.push({ one, other: null })
      one += 1
    } else {
      rungs.push({ one: null, other })
      other += 1
    }
  }
  return rungs
}

/** Whether leaving out the left event loses no more than leaving out the right one. */
function leads(lengths: readonly number[][], one: number, other: number): boolean {
  return (lengths[one + 1]?.[other] ?? 0) >= (lengths[one]?.[other + 1] ?? 0)
}

/** How long the longest common run is, from each pair of places on. */
function commonLengths(left: readonly string[], right: readonly string[]): number[][] {
  const lengths = Array.from({ length: left.length + 1 }, () => Array(right.length + 1).fill(0))
  for (let one = left.length - 1; one >= 0; one -= 1) {
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const [row, below] = [lengths[one] as number[], lengths[one + 1] as number[]]
      row[other] =
        left[one] === right[other]
          ? (below[other + 1] as number) + 1
          : Math.max(below[other] as number, row[other + 1] as number)
    }
  }
  return lengths
}
