import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { UPSTREAM_FILE, upstreamPage } from './upstream.ts'

it('UPSTREAM.md fits the lockfile; "pnpm upstream" writes it anew', () => {
  expect(readFileSync(UPSTREAM_FILE, 'utf8').replaceAll('\r\n', '\n')).toBe(upstreamPage())
})
