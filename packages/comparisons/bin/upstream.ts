/**
 * `pnpm upstream`: write UPSTREAM.md from the lockfile.
 *
 * @module
 */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { UPSTREAM_FILE, upstreamPage } from '../src/upstream.ts'

new Command('pnpm upstream')
  .description('Write UPSTREAM.md, the list of pinned upstream versions, from pnpm-lock.yaml.')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()

writeFileSync(UPSTREAM_FILE, upstreamPage())
console.log(`Wrote ${UPSTREAM_FILE}`)
