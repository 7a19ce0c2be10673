import { describe, expect, it } from 'vitest'
import type { BenchResult } from './bench.ts'
import { chart } from './chart.ts'
import type { SubjectId } from './subjects.ts'

const summary = (median: number) => ({ median, low: median, high: median, spread: 0 })

function run(ratios: Partial<Record<SubjectId, number>>, id = 'hello'): BenchResult {
  const subjects = (Object.entries(ratios) as [SubjectId, number][]).map(([subject, ratio]) => ({
    subject,
    own: summary(10 / ratio),
    toRaw: { own: summary(ratio) },
  }))
  return {
    date: '2026-11-27T10:00:00.000Z',
    node: 'v20.20.2',
    parts: [
      { name: 'express', version: '5.3.0' },
      { name: '@await-next/mini-express', version: '0.0.0' },
      { name: 'fastify', version: '5.0.0' },
    ],
    rounds: 5,
    cases: [{ case: id, unit: 'µs', subjects }],
  }
}

const widths = (svg: string) =>
  [...svg.matchAll(/class="([\w-]+)" x="265" y="\d+" width="([\d.]+)"/g)].map(([, who, width]) => [
    who,
    Number(width),
  ])

describe('chart(result, language)', () => {
  it('draws a bar as long as its ratio', () => {
    const svg = chart(run({ express: 0.25, 'mini-express': 0.5, koa: 0.75, polka: 0.9 }), 'en')
    expect(widths(svg)).toEqual([
      ['express', 120],
      ['mini-express', 240],
      ['koa', 360],
    ])
    expect(svg).toContain('x1="745"')
  })

  it('makes room for who is faster than bare Node', () => {
    expect(widths(chart(run({ koa: 2, 'mini-koa': 1 }), 'en'))).toEqual([
      ['koa', 480],
      ['mini-koa', 240],
    ])
  })

  it('says when, under which Node, and of which versions', () => {
    const svg = chart(run({ express: 0.25 }), 'en')
    expect(svg).toContain('2026-11-27 · Node 20.20.2 · median of 5 rounds')
    expect(svg).toContain('>express 5.3.0</text>')
  })

  it('speaks Chinese', () => {
    expect(chart(run({ express: 0.25 }), 'zh')).toContain(
      '2026-11-27 · Node 20.20.2 · 5 轮的中位数',
    )
  })

  it('follows light and dark', () => {
    expect(chart(run({}), 'en')).toContain('@media (prefers-color-scheme: dark)')
  })

  it('says so when there is nothing to draw', () => {
    const svg = chart(run({ express: 1 }, 'json-1k'), 'en')
    expect(widths(svg)).toEqual([])
    expect(svg).toContain('The run has none of the cases that are drawn.')
  })
})
