/**
 * The projects `pnpm test` runs, one a package. Vitest 4 no longer reads this file by itself: `vitest.config.ts` imports it.
 *
 * @module
 */
import { fileURLToPath } from 'node:url'
import type { TestProjectConfiguration } from 'vitest/config'

/** Our packages resolve to their sources, so that an edit is tested without a build. */
const conditions = ['@await-next/source', 'module', 'node', 'development|production']

const project = (
  name: string,
  root = `packages/${name}`,
  more: { globalSetup?: string } = {},
): TestProjectConfiguration => ({
  extends: true,
  ssr: { resolve: { conditions } },
  test: { name, root, include: ['{src,test,topics}/**/*.test.ts'], ...more },
})

const packages = [
  'oracle',
  'tracer',
  'mini-express',
  'mini-koa',
  'conformance',
  'node-basics',
  'steps',
  'benchmarks',
]

/** MySQL and Redis are started once for all tests of these. */
const globalSetup = fileURLToPath(new URL('packages/comparisons/test/services.ts', import.meta.url))

export default [
  ...packages.map((name) => project(name)),
  project('comparisons', 'packages/comparisons', { globalSetup }),
  project('docs', 'docs'),
]
