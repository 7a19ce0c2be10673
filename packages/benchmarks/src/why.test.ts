import { describe, expect, it } from 'vitest'
import { shareOf } from './why.ts'

describe('shareOf(without, upstream, raw)', () => {
  it('is a share of what upstream needs on top of bare Node, round by round', () => {
    const { saves, share } = shareOf([60, 120], [100, 200], [20, 40])
    expect(saves.median).toBe(60)
    expect(share).toEqual({ median: 0.5, low: 0.5, high: 0.5, spread: 0 })
  })
})
