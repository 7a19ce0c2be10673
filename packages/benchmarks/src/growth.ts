/**
 * Growth: what a request costs as there are more routes, more middlewares, more bytes.
 *
 * @module
 */
import Table from 'cli-table3'
import pc from 'picocolors'
import { type BenchOptions, bench } from './bench.ts'
import type { Text } from './case.ts'
import { GROWING } from './cases/growing.ts'
import { slope } from './statistics.ts'
import { SUBJECTS, type SubjectId } from './subjects.ts'

/** What grows. */
export type Dimension = keyof typeof GROWING

/** One subject along one dimension. */
export interface Growth {
  subject: SubjectId
  /** CPU time of a request in microseconds, at each of the places of the dimension. */
  own: number[]
  /** By how many microseconds a request gets slower with each more: the line that fits best. */
  slope: number
}

/** What came of it. */
export interface GrowthResult {
  date: string
  node: string
  rounds: number
  dimensions: { dimension: Dimension; at: number[]; growth: Growth[] }[]
}

/** Measures all dimensions. */
export async function growth(
  options: Pick<BenchOptions, 'rounds' | 'execPath' | 'onProgress'>,
): Promise<GrowthResult> {
  const dimensions = Object.keys(GROWING) as Dimension[]
  const cases = dimensions.flatMap((dimension) => GROWING[dimension].points.map(({ work }) => work))
  const subjects = SUBJECTS.slice(0, 6)
  const result = await bench({ ...options, cases, subjects, withoutSockets: true })
  const ownOf = (id: string, subject: SubjectId) =>
    result.cases.find((one) => one.case === id)?.subjects.find((one) => one.subject === subject)
      ?.own.median as number

  const { date, node, rounds } = result
  return {
    date,
    node,
    rounds,
    dimensions: dimensions.map((dimension) => {
      const { points } = GROWING[dimension]
      const at = points.map(({ at }) => at)
      const of = (subject: SubjectId): Growth => {
        const own = points.map(({ work }) => ownOf(work.id, subject))
        return { subject, own, slope: slope(at, own) }
      }
      return { dimension, at, growth: subjects.map(of) }
    }),
  }
}

/** What a dimension is called, and in what its slope is told. */
export const DIMENSIONS: Readonly<Record<Dimension, { title: Text; per: Text }>> = {
  routes: {
    title: { en: 'routes, the middle one is asked for', zh: '路由数，请求中间一条' },
    per: { en: 'µs per 1,000 routes', zh: '每 1,000 条路由的微秒数' },
  },
  middlewares: {
    title: { en: 'middlewares that pass on', zh: '只管往下传的中间件数' },
    per: { en: 'µs per middleware', zh: '每个中间件的微秒数' },
  },
  body: {
    title: { en: 'kB of text in the answer', zh: '回应文本的 kB 数' },
    per: { en: 'µs per kB', zh: '每 kB 的微秒数' },
  },
}

/** A slope as it is told. */
export function toldSlope(dimension: Dimension, { slope }: Growth): string {
  return (dimension === 'routes' ? slope * 1000 : slope).toFixed(2)
}

/** As tables, one a dimension. */
export function renderGrowth({ date, node, rounds, dimensions }: GrowthResult): string {
  const tables = dimensions.map(({ dimension, at, growth }) => {
    const { title, per } = DIMENSIONS[dimension]
    const table = new Table({
      head: ['µs a request at', ...at.map(String), per.en],
      colAligns: ['left', ...at.map(() => 'right' as const), 'right'],
      style: { head: [], border: [] },
    })
    for (const one of growth) {
      const own = one.own.map((value) => value.toFixed(1))
      table.push([one.subject, ...own, toldSlope(dimension, one)])
    }
    return `${pc.bold(title.en)}\n${table}`
  })
  const heading = `${date.slice(0, 10)} · Node ${node.slice(1)} · ${rounds} rounds`
  return [heading, ...tables].join('\n\n')
}
