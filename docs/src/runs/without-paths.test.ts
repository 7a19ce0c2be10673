import { expect, it } from 'vitest'
import { withoutPaths } from './without-paths.ts'

it.each([
  ['at a (file:///home/me/repo/packages/a.ts:1:2)', 'at a (packages/a.ts:1:2)'],
  ["open '/home/me/repo/views/a'", "open 'views/a'"],
  ['at a (file:///home/me/re…', 'at a (file:…'],
  ['at a (file:///home/me/repo/pack…', 'at a (pack…'],
  ['GET /home', 'GET /home'],
])('%s becomes %s', (text, expected) => {
  expect(withoutPaths(text, '/home/me/repo/')).toBe(expected)
})
