import { describe, expect, it } from 'vitest'
import { demoIds, loadDemo, mentions, resolveName, UnknownDemoError } from './demos.ts'

function near(name: string): readonly string[] {
  try {
    return resolveName(name)
  } catch (err) {
    if (!(err instanceof UnknownDemoError)) throw err
    return ['near:', ...err.near]
  }
}

describe('resolveName(name)', () => {
  it('takes a demo, a group, or a name that only one demo has', () => {
    expect(resolveName('modules/cycle')).toEqual(['modules/cycle'])
    expect(resolveName('dirname')).toEqual(['modules/dirname'])
    expect(resolveName('esm/')).toEqual(demoIds.filter((id) => id.startsWith('esm/')))
  })

  it('names those that may have been meant', () => {
    expect(near('cycle')).toEqual(['near:', 'modules/cycle', 'esm/cycle'])
    expect(near('modules/cycel')).toContain('modules/cycle')
    expect(near('modlues/wrapper')).toContain('modules/wrapper')
    expect(near('reassigned')).toEqual(['near:', 'modules/exports-reassigned'])
    expect(near('quite-another-thing')).toEqual(['near:'])
  })
})

describe('mentions(demo, word)', () => {
  it('looks into texts of both languages and into code, whatever the case', async () => {
    const demo = await loadDemo('modules/cycle')
    for (const word of ['STARTING', '循环', 'unfinished', 'modules/cycle']) {
      expect(mentions(demo, word)).toBe(true)
    }
    expect(mentions(demo, 'websocket')).toBe(false)
  })
})
