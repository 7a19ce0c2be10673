import { describe, expect, it } from 'vitest'
import { CASES } from './cases/index.ts'
import { goalsOf, judge, upstreamGoal } from './goals.ts'
import { summarize } from './statistics.ts'

describe('goalsOf(case)', () => {
  it('knows those of hello', () => {
    expect(goalsOf('hello')).toEqual({
      express: { raw: 0.88, upstream: 6, upstreamSince24: 1.3 },
      koa: { raw: 0.9, upstream: 1.3 },
    })
  })

  it('has none for what is only measured', () => {
    expect(goalsOf('nothing')).toBeUndefined()
  })

  it('speaks of cases that there are', () => {
    expect(CASES.filter(({ id }) => goalsOf(id)).length).toBeGreaterThan(0)
  })
})

describe('upstreamGoal(goal, node)', () => {
  it.each([
    ['v20.20.2', 6],
    ['v22.1.0', 6],
    ['v24.0.0', 1.3],
    ['v26.0.0', 1.3],
  ])('under %s is %d', (node, expected) => {
    expect(upstreamGoal({ upstream: 6, upstreamSince24: 1.3 }, node)).toBe(expected)
  })

  it('is the same everywhere unless something else is said', () => {
    expect(upstreamGoal({ upstream: 1.3 }, 'v24.0.0')).toBe(1.3)
  })
})

describe('judge(ratio, goal)', () => {
  it.each([
    ['met', [0.9, 0.91, 0.92], 0.88],
    ['met', [0.88, 0.88, 0.88], 0.88],
    ['missed', [0.8, 0.81, 0.82], 0.88],
    ['too noisy to tell', [0.5, 0.9, 1.4], 0.88],
    ['missed', [0.3, 0.5, 0.8], 0.88],
    ['met', [1, 2, 3], 0.88],
  ])('is %s for %j', (verdict, rounds, goal) => {
    expect(judge(summarize(rounds), goal)).toBe(verdict)
  })
})
