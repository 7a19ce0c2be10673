import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE, run } from '../command.ts'

describe('pnpm claims', () => {
  it('prints a sentence, what was seen, and the verdict computed from it', () => {
    const { status, stdout } = run('claims', ['express-has-no-onion'])
    expect(stdout).toMatch(/^depends +Express has no onion\./)
    expect(stdout).toContain('○ Express, the inner handler does not wait: handler, outer')
    expect(stdout).toContain('● Express, the inner handler waits: outer, handler')
    expect(stdout).toContain('1 sentences: 0 true, 0 false, 1 that depend')
    expect(status).toBe(0)
  })

  it('prints it in Chinese, and as JSON with the program', () => {
    expect(run('claims', ['ctx-body-sends', '--lang', 'zh']).stdout).toMatch(/^不对/)
    const [judged] = JSON.parse(run('claims', ['ctx-body-sends', '--json']).stdout)
    expect(judged).toMatchObject({ verdict: 'false', problems: [] })
    expect(judged.findings[0]).toMatchObject({ seen: '200 two', mini: '200 two', holds: false })
    expect(judged.findings[0].program).toContain('ctx.body')
  })

  it('exits with 2 for a sentence that is none', () => {
    const { status, stderr } = run('claims', ['nobody-says-so'])
    expect(stderr).toContain('There is no sentence "nobody-says-so".')
    expect(status).toBe(2)
  })
})

describe('pnpm mutants', () => {
  it('lists what it would break', () => {
    const { status, stdout } = run('mutants', ['--list'])
    expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(8)
    expect(status).toBe(0)
  })

  it('breaks a copy of the real koa-compose, and names the topic that notices', () => {
    const { status, stdout } = run('mutants', ['real-compose-skips', '--lang', 'zh'])
    expect(stdout).toContain('next() 跳过一个')
    expect(stdout).toContain('● onion  status line: HTTP/1.1 200 OK → HTTP/1.1 404 Not Found')
    expect(stdout).toContain('1 of 1 mutants noticed')
    expect(existsSync(path.join(PACKAGE, 'mutants', 'real-compose-skips'))).toBe(false)
    expect(status).toBe(0)
  })

  it('exits with 2 for a mutant that is none', () => {
    const { status, stderr } = run('mutants', ['nobody'])
    expect(stderr).toContain('There is no mutant "nobody".')
    expect(status).toBe(2)
  })
})
