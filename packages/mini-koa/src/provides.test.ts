import { expect, it } from 'vitest'
import { provides } from './provides.ts'

it('provides(middleware) is the middleware itself', () => {
  const middleware = () => {}
  expect(provides<{ user: string }>(middleware)).toBe(middleware)
})
