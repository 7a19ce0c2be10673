/**
 * The kept benchmarks as the pages show them: tables of texts, made from results and from nothing else.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  caseOf,
  DIMENSIONS,
  goalsReached,
  judge,
  type Kept,
  majorOf,
  readKept,
  SIDES,
  type Summary,
  type Text,
  toldSlope,
} from '@await-next/benchmarks'
import { SPEED_FILE } from './paths.ts'
import type { SpeedData, SpeedTable } from './speed-data.ts'

/** Writes the tables for the pages. */
export function writeSpeed(): void {
  mkdirSync(path.dirname(SPEED_FILE), { recursive: true })
  writeFileSync(SPEED_FILE, JSON.stringify(speedTables(readKept())))
}

/** Makes the tables. */
export function speedTables(kept: Kept): SpeedData {
  return {
    ran: {
      date: kept.bench[0]?.date.slice(0, 10) ?? '',
      nodes: kept.bench.map(({ node }) => node.slice(1)),
    },
    goals: kept.bench.length > 0 ? [goalTable(kept)] : [],
    why: kept.why.map(whyTable),
    growth: kept.growth.flatMap(growthTables),
  }
}

function goalTable({ bench }: Kept): SpeedTable {
  const columns = bench.map(({ cases, node }) => cases.flatMap((one) => goalsReached(one, node)))
  return {
    title: {
      en: 'The minis, beside bare Node and beside upstream',
      zh: '迷你版与裸 Node、与上游相比',
    },
    head: [
      { en: 'case', zh: '用例' },
      { en: 'ratio', zh: '比值' },
      ...bench.map(({ node }) => same(`Node ${majorOf(node)}`)),
    ],
    rows: (columns[0] ?? []).map(({ id, mini, to }, row) => [
      caseOf(id).title,
      `${mini} / ${to}`,
      ...columns.map((column) => {
        const cell = column[row]
        if (!cell) return '–'
        const sign = SIGNS[judge(cell.ratios.own, cell.goal)]
        return `${cell.ratios.own.median.toFixed(2)} ${sign} (≥ ${cell.goal})`
      }),
    ]),
  }
}

const SIGNS = { met: '✓', missed: '✗', 'too noisy to tell': '?' } as const

function whyTable({ node, side, raw, upstream, mini, shares }: Kept['why'][number]): SpeedTable {
  const names = SIDES[side]
  const times = `${us(raw)} / ${us(upstream)} / ${us(mini)}`
  const who = `${names.upstream}, Node ${majorOf(node)}`
  return {
    title: {
      en: `${who}: bare Node, upstream, mini need ${times} a request`,
      zh: `${who}：裸 Node、上游、迷你版每个请求各需 ${times}`,
    },
    head: [
      { en: 'switched off', zh: '关掉的部分' },
      { en: 'saves', zh: '省下' },
      { en: 'share', zh: '占比' },
    ],
    rows: [...shares]
      .sort((one, other) => other.saves.median - one.saves.median)
      .map(({ title, saves, share }) => [title, us(saves), `${(share.median * 100).toFixed(0)} %`]),
  }
}

function growthTables({ node, dimensions }: Kept['growth'][number]): SpeedTable[] {
  return dimensions.map(({ dimension, at, growth }) => {
    const { title, per } = DIMENSIONS[dimension]
    const where = `Node ${majorOf(node)}`
    return {
      title: { en: `${title.en} (${where})`, zh: `${title.zh}（${where}）` },
      head: [
        { en: 'µs a request', zh: '每个请求的微秒数' },
        ...at.map((one) => same(String(one))),
        per,
      ],
      rows: growth.map((one) => [
        one.subject,
        ...one.own.map((value) => value.toFixed(1)),
        toldSlope(dimension, one),
      ]),
    }
  })
}

function us({ median }: Summary): string {
  return `${median.toFixed(1)} µs`
}

function same(text: string): Text {
  return { en: text, zh: text }
}
