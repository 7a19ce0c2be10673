import { describe, expect, it } from 'vitest'
import { run } from '../command.ts'

describe('pnpm fuzz', () => {
  it('tells its seed and what it asked', () => {
    const { status, stdout } = run('fuzz', ['--seconds', '0.1', '--seed', '3', '--side', 'koa'])
    expect(stdout).toMatch(/^pnpm fuzz --seconds 0.1 --seed 3 --side koa\n\d+ koa programs, \d+ re/)
    expect(stdout).toContain('nothing differs')
    expect(status).toBe(0)
  })

  it.each([
    ['--seconds', '0'],
    ['--seed', '-1'],
    ['--side', 'fastify'],
  ])('refuses %s %s', (option, value) => {
    const { status, stderr } = run('fuzz', [option, value])
    expect(stderr).toContain(option)
    expect(status).toBe(2)
  })
})
