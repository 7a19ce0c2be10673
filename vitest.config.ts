import { defineConfig } from 'vitest/config'
import projects from './vitest.workspace.ts'

/** CI adds the figures of this file to its own. */
const report = 'node_modules/.vitest-report.json'

export default defineConfig({
  test: {
    projects,
    pool: 'forks',
    // One core is left idle unless asked for, which is half of a machine with two.
    maxWorkers: '100%',
    // The commands are tested in processes of their own, which take their time on a busy machine.
    testTimeout: 60_000,
    // What both frameworks say of errors depends on it; `test` silences Express.
    env: { NODE_ENV: 'development' },
    // `pnpm coverage`: of what people read, all is run by a test, or says why it cannot be. CI asks it of its one run of all tests.
    coverage: {
      enabled: process.env['AWAIT_NEXT_COVERAGE'] === '1',
      provider: 'v8',
      include: ['packages/mini-*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts'],
      reporter: ['text'],
      thresholds: { 100: true },
    },
    reporters: [
      'default',
      './packages/oracle/src/reporter.ts',
      ...(process.env['CI']
        ? [['json', { outputFile: report }] as ['json', { outputFile: string }]]
        : []),
    ],
  },
})
