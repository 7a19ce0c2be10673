/** Runs the tests that were copied along with a mutant; `--root` is the copy. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: {
    resolve: { conditions: ['@await-next/source', 'module', 'node', 'development|production'] },
  },
  test: {
    include: ['src/**/*.test.ts'],
    pool: 'forks',
    bail: 1,
    testTimeout: 60_000,
    env: { NODE_ENV: 'development' },
  },
})
