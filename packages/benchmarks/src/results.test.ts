import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { majorOf, readKept } from './results.ts'

describe('readKept(folder)', () => {
  it('has empty lists where there is no folder', () => {
    expect(readKept('/nowhere')).toEqual({ bench: [], why: [], growth: [] })
  })

  it('sorts results by kind, and each kind by Node', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kept-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const files = ['bench-node-24', 'bench-node-20', 'why-koa-node-20', 'growth-node-20', 'other']
    for (const name of files) {
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ name }))
    }
    expect(readKept(folder)).toEqual({
      bench: [{ name: 'bench-node-20' }, { name: 'bench-node-24' }],
      why: [{ name: 'why-koa-node-20' }],
      growth: [{ name: 'growth-node-20' }],
    })
  })
})

describe('majorOf(version)', () => {
  it.each([
    ['v20.20.2', 20],
    ['24.1.0', 24],
  ])('of %s is %d', (version, major) => {
    expect(majorOf(version)).toBe(major)
  })
})
