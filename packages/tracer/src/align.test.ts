import { describe, expect, it } from 'vitest'
import { align, follow } from './align.ts'
import type { Trace } from './trace.ts'

/** A trace of nothing but events, two steps before each. */
function traceOf(...events: string[]): Trace {
  return {
    requests: [{ asked: 0, method: 'GET', target: '/' }],
    events: events.map((event, at) => {
      const [kind = '', subject = ''] = event.split(' ')
      return { kind, subject, depth: 0, request: 0, step: 2 * (at + 1) }
    }),
  } as unknown as Trace
}

const express = traceOf('enter outer', 'enter handler', 'settle outer', 'settle handler')
const koa = traceOf('enter outer', 'enter handler', 'settle handler', 'settle outer')

describe('align(one, other)', () => {
  it('pairs what both do in the same order, and says where they part', () => {
    expect(align(express, koa)).toEqual({
      rungs: [
        { one: 0, other: 0 },
        { one: 1, other: 1 },
        { one: 2, other: null },
        { one: 3, other: 2 },
        { one: null, other: 3 },
      ],
      partsAt: 2,
    })
  })

  it('never parts from itself', () => {
    const { rungs, partsAt } = align(koa, koa)
    expect(partsAt).toBe(null)
    expect(rungs).toHaveLength(4)
  })

  it('pairs nothing with a trace that has no events', () => {
    expect(align(traceOf(), koa).rungs.every(({ one }) => one === null)).toBe(true)
    expect(align(traceOf(), traceOf())).toEqual({ rungs: [], partsAt: null })
  })
})

describe('follow(alignment, one, other, step)', () => {
  it('moves the other to the last event that both have passed', () => {
    const alignment = align(express, koa)
    const moved = [0, 1, 2, 3, 4, 6, 8].map((step) => follow(alignment, express, koa, step))
    expect(moved).toEqual([0, 0, 2, 2, 4, 4, 6])
  })
})
