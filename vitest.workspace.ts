/**
 * The projects `pnpm test` runs, one a package. Vitest 4 no longer reads this file by itself: `vitest.config.ts` imports it.
 *
 * @module
 */
import type { TestProjectConfiguration } from 'vitest/config'

/** Our packages resolve to their sources, so that an edit is tested without a build. */
const conditions = ['@await-next/source', 'module', 'node', 'development|production']

const project = (name: string, root = `packages/${name}`): TestProjectConfiguration => ({
  extends: true,
  ssr: { resolve: { conditions } },
  test: { name, root, include: ['{src,test,topics}/**/*.test.ts'] },
})

const packages = [
  'oracle',
  'tracer',
  'mini-express',
  'mini-koa',
  'comparisons',
  'conformance',
  'node-basics',
  'steps',
  'benchmarks',
]

export default [...packages.map((name) => project(name)), project('docs', 'docs')]
