import { describe, expect, it } from 'vitest'
import { median, quantile, slope, summarize } from './statistics.ts'

describe('quantile(values, share)', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[10], 0.75, 10],
    [[1, 2], 0.25, 1.25],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })

  it('leaves the values in their order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('refuses nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(new RangeError('There is no quantile of nothing.'))
  })
})

describe('summarize(values)', () => {
  it('tells the middle half and its width as a share of the median', () => {
    expect(summarize([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4, spread: 2 / 3 })
  })

  it('is not moved by one bad round', () => {
    expect(summarize([10, 10, 10, 10, 1000])).toEqual({ median: 10, low: 10, high: 10, spread: 0 })
  })
})

describe('slope(xs, ys)', () => {
  it.each([
    [[1, 2, 3], [5, 7, 9], 2],
    [[0, 10], [4, 4], 0],
    [[1, 2, 3, 4], [0, 3, 3, 6], 1.8],
  ])('of %j and %j is %d', (xs, ys, expected) => {
    expect(slope(xs, ys)).toBeCloseTo(expected)
  })

  it('refuses a single point', () => {
    expect(() => slope([1], [1])).toThrow(RangeError)
  })
})
