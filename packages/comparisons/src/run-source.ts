/**
 * What a process needs to run our sources as they stand.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// Not `import.meta.resolve`, which Vitest's global set-up has not.
const TSX = createRequire(import.meta.url).resolve('tsx')

/** Flags of Node, wherever the process stands. */
export const RUN_SOURCE: readonly string[] = [
  '--conditions=@await-next/source',
  '--import',
  pathToFileURL(TSX).href,
]
