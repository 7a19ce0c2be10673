import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { LoadedDemo } from './demos.ts'
import { golden, keepGolden } from './golden.ts'

function demoWith(files: Record<string, string>): LoadedDemo {
  const folder = mkdtempSync(path.join(tmpdir(), 'node-basics-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return { folder } as LoadedDemo
}

describe('golden(demo, runtime)', () => {
  it('takes the newest file that is not newer than the Node', () => {
    const demo = demoWith({ 'expected.txt': 'old', 'expected.node22.txt': 'new' })
    const on = (major: number) => golden(demo, { major, platform: 'linux' })
    expect([on(20), on(22), on(24)]).toEqual(['old', 'new', 'new'])
  })

  it('prefers that of the platform', () => {
    const demo = demoWith({ 'expected.txt': 'all', 'expected.win32.txt': 'windows' })
    expect(golden(demo, { major: 20, platform: 'win32' })).toBe('windows')
    expect(golden(demo, { major: 20, platform: 'darwin' })).toBe('all')
  })

  it('is undefined where there is none', () => {
    expect(golden(demoWith({}), { major: 20, platform: 'linux' })).toBeUndefined()
  })
})

describe('keepGolden(demo, printed, major)', () => {
  it('writes a file for a major only where it differs, and takes away one that has become needless', () => {
    const demo = demoWith({ 'expected.txt': 'old' })
    const own = path.join(demo.folder, 'expected.node22.txt')
    keepGolden(demo, 'new', 22)
    expect(golden(demo, { major: 22, platform: process.platform })).toBe('new')
    keepGolden(demo, 'old', 22)
    expect(existsSync(own)).toBe(false)
  })
})
