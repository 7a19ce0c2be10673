import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compareCounts, readCounts, recordCounts, renderCounts } from './instructions.ts'

const counts = (hello: number, node = 20) => ({ node, counts: { hello } })

describe('compareCounts(now, recorded)', () => {
  it.each([
    [1000, true],
    [1020, true],
    [1021, false],
    [500, true],
  ])('of %d beside 1000 is tolerable: %s', (now, isTolerable) => {
    expect(compareCounts(counts(now), counts(1000))[0]?.isTolerable).toBe(isTolerable)
  })

  it('minds nothing that was not recorded', () => {
    const [change] = compareCounts(counts(1000), undefined)
    expect(change).toMatchObject({ before: undefined, change: undefined, isTolerable: true })
  })
})

describe('renderCounts(changes)', () => {
  it('marks what is more than tolerable', () => {
    const table = renderCounts(compareCounts(counts(1100), counts(1000)))
    expect(table).toMatch(/hello +│ +1100 │ +1000 │ \+10\.0 % !/)
  })
})

describe('recordCounts(counts)', () => {
  it('keeps those of other Nodes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'counts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'results', 'instructions.json')
    expect(readCounts(20, file)).toBeUndefined()
    recordCounts(counts(3, 24), file)
    recordCounts(counts(1), file)
    recordCounts(counts(2), file)
    expect(readCounts(20, file)).toEqual(counts(2))
    expect(readCounts(24, file)).toEqual(counts(3, 24))
  })
})
