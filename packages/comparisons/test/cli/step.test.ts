import type { Trace } from '@await-next/tracer'
import { describe, expect, it } from 'vitest'
import { run } from '../command.ts'

describe('pnpm step', () => {
  it('prints every handler, dispatch, and the code after each await', () => {
    const { status, stdout } = run('step', ['onion', '--on', 'koa,mini-koa', '--plain'])
    for (const subject of ['koa', 'mini-koa']) {
      const from = stdout.indexOf(`${subject}: ${subject} `)
      const lines = stdout
        .slice(from, stdout.indexOf('\n\n', stdout.indexOf('> 1', from)))
        .split('\n')
      const told = lines.filter((line) => /^\*|onion\/koa.ts|dispatch /.test(line)).join('\n')
      expect(told.replaceAll(/ {2,}/g, ' ')).toMatch(
        /dispatch.*\* outer enter.*await next\(\).*\* outer next.*dispatch.*handler enter.*await wait\(5\).*ctx.body = 'hello'.*handler settle.*onion\/koa.ts:8 \}\).*outer settle/s,
      )
    }
    expect(status).toBe(0)
  })

  it('prints traces for a program, of one request where one is wanted', () => {
    const args = ['route-params', '--on', 'mini-koa', '--request', '2', '--json']
    const { status, stdout } = run('step', args)
    expect(status).toBe(0)
    const [trace, ...others] = JSON.parse(stdout) as Trace[]
    expect(others).toEqual([])
    expect(trace?.label).toEqual({ topic: 'route-params', subject: 'mini-koa' })
    expect(trace?.steps.length).toBeGreaterThan(50)
    const asked = trace?.steps.map(
      ({ frame }) => trace.requests[trace.frames[frame]?.request ?? -1],
    )
    expect(new Set(asked?.map((request) => request?.asked))).toEqual(new Set([1]))
  })

  it.each([
    [['onoin'], 'Did you mean onion?'],
    [['onion', '--request', '2'], 'has one request: there is no number 2'],
    [['onion', '--request', 'x'], '"x" is no number from 1'],
    [['onion', '--on', 'hapi'], '"hapi" is no subject'],
    [[], 'missing required argument'],
  ])('says what is wrong with %j, and exits with 2', (args, told) => {
    const { status, stderr } = run('step', args)
    expect(stderr).toContain(told)
    expect(status).toBe(2)
  })
})

describe('run-topic', () => {
  it('runs one topic on one subject in its own process', () => {
    const { status, stdout } = run('run-topic', ['onion', 'mini-koa'])
    expect(stdout).toContain('a plain request: HTTP/1.1 200 OK\nhello')
    expect(status).toBe(0)
  })

  it.each([[['onion', 'hapi']], [['nothing', 'koa']]])('exits with 2 for %j', (args) => {
    expect(run('run-topic', args).status).toBe(2)
  })
})
