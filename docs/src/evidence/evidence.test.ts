import { compare } from '@await-next/comparisons'
import { knownFailures } from '@await-next/conformance/known-failures'
import { describe, expect, it } from 'vitest'
import { mutantsShown } from '../runs/mutants.ts'
import { dedented } from './evidence.ts'
import { reasonsInChinese } from './reasons.ts'

it('every reason is there in Chinese, and none that has gone', async () => {
  const { ignored } = await compare({ topics: [] })
  const reasons = [...ignored, ...knownFailures].map(({ reason }) => reason)
  expect(Object.keys(reasonsInChinese).toSorted()).toEqual([...new Set(reasons)].toSorted())
})

describe('mutantsShown()', () => {
  it('leads to the line of an upstream file, and to none of ours', () => {
    for (const { of, link } of mutantsShown()) {
      if (of.startsWith('mini-')) expect(link).toBeUndefined()
      else expect(link).toMatch(/^source\/.*#L\d+$/)
    }
  })

  it('says which topic or test notices each', () => {
    for (const { id, topic, test } of mutantsShown()) expect(topic ?? test, id).toMatch(/./)
  })
})

describe('dedented(text)', () => {
  it('takes off what all lines but the first are indented by', () => {
    expect(dedented('(app) => {\n      app.use()\n\n        end()\n    }')).toBe(
      '(app) => {\n  app.use()\n\n    end()\n}',
    )
  })

  it('leaves a single line alone', () => {
    expect(dedented('() => 1')).toBe('() => 1')
  })
})
