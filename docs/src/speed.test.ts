import type { Kept } from '@await-next/benchmarks'
import { describe, expect, it } from 'vitest'
import { speedTables } from './speed.ts'

const summary = (median: number) => ({ median, low: median, high: median, spread: 0 })
const run = { date: '2026-11-27T10:00:00.000Z', node: 'v20.20.2', rounds: 5 }

const kept: Kept = {
  bench: [
    {
      ...run,
      parts: [],
      cases: [
        {
          case: 'hello',
          unit: 'µs',
          subjects: [
            { subject: 'raw-koa', own: summary(9) },
            {
              subject: 'mini-koa',
              own: summary(10),
              toRaw: { own: summary(0.9) },
              toUpstream: { own: summary(1.2) },
            },
          ],
        },
      ],
    },
  ],
  why: [
    {
      ...run,
      side: 'koa',
      raw: summary(9),
      upstream: summary(15),
      mini: summary(10),
      shares: [
        { id: 'a', title: { en: 'little', zh: '少' }, saves: summary(1), share: summary(0.1) },
        { id: 'b', title: { en: 'much', zh: '多' }, saves: summary(3), share: summary(0.5) },
      ],
    },
  ],
  growth: [
    {
      ...run,
      dimensions: [
        {
          dimension: 'routes',
          at: [10, 100],
          growth: [{ subject: 'koa', own: [20, 29], slope: 0.1 }],
        },
      ],
    },
  ],
}

describe('speedTables(kept)', () => {
  it('shows each goal beside what was reached, a column for each Node', () => {
    const [table] = speedTables(kept).goals
    expect(table?.head.map(({ en }) => en)).toEqual(['case', 'ratio', 'Node 20'])
    expect(table?.rows.map(([, ...cells]) => cells)).toEqual([
      ['mini-koa / raw', '0.90 ✓ (≥ 0.9)'],
      ['mini-koa / koa', '1.20 ✗ (≥ 1.3)'],
    ])
  })

  it('shows what costs most first', () => {
    expect(speedTables(kept).why[0]?.rows).toEqual([
      [{ en: 'much', zh: '多' }, '3.0 µs', '50 %'],
      [{ en: 'little', zh: '少' }, '1.0 µs', '10 %'],
    ])
  })

  it('states slopes', () => {
    expect(speedTables(kept).growth[0]?.rows).toEqual([['koa', '20.0', '29.0', '100.00']])
  })

  it('has nothing to show where nothing was kept', () => {
    expect(speedTables({ bench: [], why: [], growth: [] })).toEqual({
      ran: { date: '', nodes: [] },
      goals: [],
      why: [],
      growth: [],
    })
  })
})
