import { describe, expect, it } from 'vitest'
import { results } from './bench.ts'
import type { Case } from './case.ts'
import { CASES, casesNamed } from './cases/index.ts'
import { installedSize } from './size.ts'
import { SubjectError, start, subjectsOf } from './subjects.ts'

describe('results(measured)', () => {
  const measured = new Map([
    [
      'raw-koa' as const,
      [
        { own: 10, whole: 20, perSecond: 50 },
        { own: 20, whole: 40, perSecond: 25 },
      ],
    ],
    [
      'koa' as const,
      [
        { own: 20, whole: 40, perSecond: 25 },
        { own: 40, whole: 80, perSecond: 12 },
      ],
    ],
    [
      'mini-koa' as const,
      [
        { own: 12.5, whole: 25, perSecond: 40 },
        { own: 25, whole: 50, perSecond: 20 },
      ],
    ],
    ['polka' as const, [{ own: 5 }, { own: 10 }]],
  ])
  const of = (subject: string) => results(measured).find((one) => one.subject === subject)

  it('takes each ratio within a round: a machine that slows down changes none', () => {
    expect(of('mini-koa')?.toRaw?.own).toEqual({ median: 0.8, low: 0.8, high: 0.8, spread: 0 })
    expect(of('mini-koa')?.toUpstream?.whole).toMatchObject({ median: 1.6, spread: 0 })
  })

  it('compares upstream and peers with bare Node alone, and that with nobody', () => {
    expect(of('koa')).toMatchObject({ toRaw: { own: { median: 0.5 } } })
    expect(of('koa')?.toUpstream).toBeUndefined()
    expect(of('raw-koa')?.toRaw).toBeUndefined()
    expect(of('polka')).toMatchObject({ toRaw: { own: { median: 2 } } })
    expect(of('polka')?.toRaw?.whole).toBeUndefined()
    expect(of('polka')?.perSecond).toBeUndefined()
  })

  it('has no ratio to what was not measured', () => {
    const [only] = results(new Map([['mini-koa', [{ own: 1 }]]]))
    expect(only).toEqual({ subject: 'mini-koa', own: { median: 1, low: 1, high: 1, spread: 0 } })
  })
})

describe('the cases', () => {
  it('have names of their own', () => {
    const ids = CASES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    ['hello', 1],
    ['routes-1000', 3],
    ['routes', 6],
    ['compose', 8],
    ['compose-1', 2],
    ['rout', 0],
  ])('are found by name: %s is %d', (name, count) => {
    expect(casesNamed(name)).toHaveLength(count)
  })

  it.each([
    ['hello', ['polka', 'tinyhttp', 'fastify', 'hono']],
    ['param', []],
  ])('%s asks peers: %j', (name, peers) => {
    const subjects = subjectsOf(casesNamed(name)[0] as Case)
    expect(subjects.slice(0, 6)).toEqual(SIX)
    expect(subjects.slice(6)).toEqual(peers)
  })

  it('refuse a subject that has no program', async () => {
    const [param] = casesNamed('param')
    await expect(start('polka', param as never)).rejects.toThrow(SubjectError)
  })
})

const SIX = ['raw-express', 'express', 'mini-express', 'raw-koa', 'koa', 'mini-koa']

describe('installedSize(subject)', () => {
  it('counts a package with all that it stands on', () => {
    expect(installedSize('express')).toBeGreaterThan(1)
    expect(installedSize('express')).toBeLessThan(10)
    expect(installedSize('koa')).toBeLessThan(installedSize('express'))
  })
})
