import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { LoadedDemo } from './demos.ts'
import { record } from './run.ts'

function demo(code: string): LoadedDemo {
  const folder = mkdtempSync(path.join(tmpdir(), 'node-basics-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(path.join(folder, 'main.ts'), code)
  return { folder, main: 'main.ts', files: ['main.ts'] } as unknown as LoadedDemo
}

describe('record(demo)', () => {
  it('keeps stdout and stderr in the order of writing, and the exit code', async () => {
    const code = `console.log('one' satisfies string); console.error('two'); console.log('three'); process.exit(7)`
    expect(await record(demo(code))).toBe('one\ntwo\nthree\n[exit code 7]\n')
  })

  it('ends what does not end by itself, and says so', async () => {
    const code = 'setInterval(() => {}, 1000)'
    expect(await record(demo(code), { patience: 50 })).toContain('does not end by itself')
  })

  it('is not told colours, time zones or languages by its surroundings', async () => {
    const code =
      'console.log(new Date(0).getHours(), process.env.FORCE_COLOR, process.env.NO_COLOR)'
    expect(await record(demo(code))).toBe('0 undefined 1\n')
  })
})
