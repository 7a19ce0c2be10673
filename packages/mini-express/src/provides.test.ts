import { expect, it } from 'vitest'
import { provides } from './provides.ts'

it('provides(handler) is the handler itself', () => {
  const handler = () => {}
  expect(provides<{ user: string }>(handler)).toBe(handler)
})
