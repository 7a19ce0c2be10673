import { describe, expect, it } from 'vitest'
import { recordFixture } from '../test/record-fixture.ts'
import { litLines, mergeLit, shareOf, type Trace } from './index.ts'

/** The lit lines of each function that has any. */
function told(trace: Trace, options = {}) {
  const [file] = litLines(trace, options)
  return Object.fromEntries(
    (file?.functions ?? []).filter(({ lit }) => lit.length > 0).map(({ name, lit }) => [name, lit]),
  )
}

describe('litLines(trace)', () => {
  it('tells which lines of which functions ran, of all that could have', async () => {
    const trace = await recordFixture('scenario', { input: { waits: [1, 11] } })
    const [file] = litLines(trace)
    expect(file?.name).toBe('app/server.ts')
    const label = file?.functions.find(({ name }) => name === 'label')
    expect(label).toEqual({
      name: 'label',
      line: 26,
      endLine: 29,
      executable: [27, 28],
      lit: [27, 28],
    })
    expect(told(trace, { asked: 1 })['label']).toEqual([27])
    expect(told(trace)['makeServer']).toBe(undefined)
    expect(told(trace, { outside: true })['makeServer']).toEqual([5])

    const [first, second] = [0, 1].map((asked) => litLines(trace, { asked }))
    expect(mergeLit([first ?? [], second ?? []])).toEqual(litLines(trace))
    expect(shareOf(label ?? { executable: [1], lit: [] })).toBe(1)
    expect(shareOf({ executable: [1, 2], lit: [2] })).toBe(0.5)
  })
})
