import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type Koa from '@await-next/mini-koa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare, passed } from '../compare.ts'
import { SUBJECTS } from '../subjects.ts'
import { loadTopic } from '../topics.ts'
import { writeFinding } from './folder.ts'
import { type Finding, type FuzzReport, fuzz, loadPair, type Pair } from './fuzz.ts'
import { knownToFuzz } from './known.ts'

/** Koa, but for one thing: a redirect says 301. */
async function loadWrong(): Promise<Pair> {
  const pair = await loadPair('koa')
  if (pair.mini.side !== 'koa') throw new TypeError('not Koa')
  class Wrong extends (pair.mini.framework as typeof Koa) {
    constructor(...args: ConstructorParameters<typeof Koa>) {
      super(...args)
      const { redirect } = this.response
      this.response.redirect = function (...to: Parameters<typeof redirect>) {
        redirect.apply(this, to)
        this.status = 301
      }
    }
  }
  return { ...pair, mini: { ...pair.mini, framework: Wrong as typeof Koa } }
}

const bounds = { seconds: 50, seed: 7 }

describe('fuzz()', () => {
  it('finds nothing that is not listed', async () => {
    const report = await fuzz({ ...bounds, cases: 40 })
    expect(report.findings).toEqual([])
    expect(report.cases).toEqual({ express: 40, koa: 40 })
  })

  it('makes the same cases of the same seed', async () => {
    const run = () => fuzz({ ...bounds, cases: 10, sides: ['koa'] })
    expect(await run()).toEqual(await run())
  })
})

describe('fuzz() of a framework that is wrong in one place', () => {
  let report: FuzzReport
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'await-next-fuzz-'))
    report = await fuzz({ ...bounds, sides: ['koa'], load: loadWrong })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('finds it, and makes it small', () => {
    const [finding] = report.findings as [Finding]
    expect(finding.differences.map(({ field }) => field)).toContain('status line')
    expect(finding.requests).toHaveLength(1)
    expect(finding.source.match(/redirect|back/g)).toHaveLength(1)
    expect(finding.source.split('\n').length).toBeLessThan(12)
  })

  it('writes a topic, whose claims hold of the real ones', async () => {
    await writeFinding(report.findings[0] as Finding, folder)
    expect(readdirSync(folder).sort()).toEqual(['express.ts', 'koa.ts', 'topic.ts'])
    const topic = await loadTopic(folder)
    const comparison = await compare({ topics: [topic], subjects: SUBJECTS })
    expect(passed(comparison)).toBe(true)
  })
})

describe('the list of what the fuzzer finds', () => {
  it('says why, and where upstream does it', () => {
    for (const { id, reason, upstreamSource } of knownToFuzz) {
      expect([id, reason, upstreamSource]).not.toContain('')
    }
  })
})
