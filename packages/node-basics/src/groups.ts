/**
 * The groups, and in each the demos in the order in which they are best read.
 *
 * @module
 */
import type { Text } from './demo.ts'

/** A folder of demos on one subject. */
export interface Group {
  /** The folder's name. */
  id: string
  title: Text
  /** The folders in it, as a reader should meet them. */
  demos: readonly string[]
}

export const groups: readonly Group[] = [
  {
    id: 'modules',
    title: { en: 'CommonJS modules', zh: 'CommonJS 模块' },
    demos: [
      'module-exports',
      'exports-alias',
      'exports-reassigned',
      'export-too-late',
      'cache',
      'export-a-function',
      'cycle',
      'wrapper',
      'dirname',
      'global',
      'json',
      'not-found',
    ],
  },
  {
    id: 'esm',
    title: { en: 'ES modules beside CommonJS', zh: 'ES 模块与 CommonJS 对照' },
    demos: [
      'live-bindings',
      'hoisted-imports',
      'cycle',
      'import-meta',
      'import-commonjs',
      'require-esm',
      'dynamic-import',
      'top-level-await',
      'create-require',
      'dual-package',
    ],
  },
]
