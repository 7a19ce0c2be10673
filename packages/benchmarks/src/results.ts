/**
 * Results that are kept: the site and the chart are made of them.
 *
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './bench.ts'
import type { GrowthResult } from './growth.ts'
import type { WhyResult } from './why.ts'

const FOLDER = fileURLToPath(new URL('../results/', import.meta.url))

/** All that has been kept, of every Node. */
export interface Kept {
  bench: BenchResult[]
  why: WhyResult[]
  growth: GrowthResult[]
}

/** Keeps results, each in the place of the one before it of the same Node. */
export function keep<Kind extends keyof Kept>(kind: Kind, results: Kept[Kind]): void {
  mkdirSync(FOLDER, { recursive: true })
  for (const result of results) {
    const side = 'side' in result ? `-${result.side}` : ''
    const file = path.join(FOLDER, `${kind}${side}-node-${majorOf(result.node)}.json`)
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  }
}

/** What has been kept; empty lists where nothing was. In the order of the versions of Node. */
export function readKept(folder = FOLDER): Kept {
  const kept: Kept = { bench: [], why: [], growth: [] }
  if (!existsSync(folder)) return kept
  for (const file of readdirSync(folder).sort()) {
    const kind = (Object.keys(kept) as (keyof Kept)[]).find((one) => file.startsWith(`${one}-`))
    if (kind) kept[kind].push(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  }
  return kept
}

/** `20` for `v20.20.2`. */
export function majorOf(node: string): number {
  return Number(/^v?(\d+)/.exec(node)?.[1])
}
