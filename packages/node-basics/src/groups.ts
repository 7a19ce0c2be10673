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
  {
    id: 'events',
    title: { en: 'Events', zh: '事件' },
    demos: [
      'on-and-emit',
      'synchronous',
      'once',
      'error',
      'max-listeners',
      'off',
      'removed-while-emitting',
      'prepend',
      'once-as-promise',
      'async-iteration',
      'own-emitter',
      'event-target',
      'async-listener',
    ],
  },
  {
    id: 'path',
    title: { en: 'Paths', zh: '路径' },
    demos: [
      'join',
      'resolve',
      'parse-and-format',
      'win32-and-posix',
      'not-a-string',
      'relative',
      'traversal',
    ],
  },
  {
    id: 'url',
    title: { en: 'URLs', zh: 'URL：网址' },
    demos: ['parts', 'search-params', 'legacy-parse', 'relative', 'file-urls', 'encoding'],
  },
  {
    id: 'assert',
    title: { en: 'Assertions', zh: '断言' },
    demos: ['ok-and-equal', 'deep-equal', 'throws-and-rejects', 'invariants'],
  },
  {
    id: 'crypto',
    title: { en: 'Cryptography', zh: '加密' },
    demos: [
      'md5',
      'sha256',
      'hmac',
      'random',
      'passwords',
      'aes-gcm',
      'sign-and-verify',
      'key-exchange',
      'timing-safe',
      'hash-a-stream',
      'web-crypto',
    ],
  },
  {
    id: 'buffer',
    title: { en: 'Buffers', zh: 'Buffer：字节' },
    demos: [
      'from',
      'to-string',
      'concat',
      'broken-text',
      'cure-set-encoding',
      'cure-concat',
      'cure-string-decoder',
      'encodings',
      'string-against-buffer',
      'shared-memory',
      'alloc',
      'numbers',
      'compare',
    ],
  },
]
