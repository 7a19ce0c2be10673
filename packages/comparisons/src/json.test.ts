import { expect, it } from 'vitest'
import type { Comparison } from './compare.ts'
import { toJson } from './json.ts'

it('writes bytes as text where they are text, as base64 where they are not', () => {
  const bodies = [Buffer.from('中'), new Uint8Array([0xff, 0]), Buffer.alloc(0)]
  const written = JSON.parse(toJson({ bodies } as unknown as Comparison))
  expect(written.bodies).toEqual([{ text: '中' }, { base64: '/wA=' }, { text: '' }])
})
