import { describe, expect, it } from 'vitest'
import { sayings } from './list.ts'
import { judgeSaying, truthOf } from './run.ts'
import type { Saying } from './saying.ts'

describe('pnpm claims', () => {
  it.each(sayings)('$id: $verdict', async (saying) => {
    const { problems, findings } = await judgeSaying(saying)
    expect(problems).toEqual([])
    expect(findings.length).toBe(saying.experiments.length)
  })

  it('knows more than 20 sentences, under ids of their own, in both languages', () => {
    expect(new Set(sayings.map(({ id }) => id)).size).toBe(sayings.length)
    expect(sayings.length).toBeGreaterThan(20)
    for (const { says, because, experiments } of sayings) {
      for (const { en, zh } of [says, because, ...experiments.map(({ when }) => when)]) {
        expect([en.length > 0, zh.length > 0]).toEqual([true, true])
      }
    }
  })
})

describe('judgeSaying(saying)', () => {
  const [first] = sayings as [Saying]

  it('does not take a stated verdict for a computed one', async () => {
    const { verdict, problems } = await judgeSaying({ ...first, verdict: 'true' })
    expect(verdict).toBe('depends')
    expect(problems).toEqual(['stated true, computed depends'])
  })

  it('tells of a mini that shows something else', async () => {
    let runs = 0
    const [experiment] = first.experiments
    // Upstream is asked first, then the mini.
    const see = () => {
      runs += 1
      return `run ${runs}`
    }
    const fickle = { ...experiment, see, predicts: 'run 1' }
    const { problems } = await judgeSaying({ ...first, verdict: 'true', experiments: [fickle] })
    expect(problems).toEqual([
      'Express, the inner handler does not wait: express shows run 1, mini-express shows run 2',
    ])
  })
})

describe('truthOf(findings)', () => {
  it.each([
    [[true, true], 'true'],
    [[false, false], 'false'],
    [[true, false], 'depends'],
  ])('of %j is %s', (held, truth) => {
    expect(truthOf(held.map((holds) => ({ holds })))).toBe(truth)
  })
})
