/**
 * What a process needs to run sources as they stand.
 *
 * @module
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// Not `import.meta.resolve`, which Vitest's global set-up has not.
const require = createRequire(import.meta.url)

function flagsWith(loader: string): readonly string[] {
  return [
    '--conditions=@await-next/source',
    '--import',
    pathToFileURL(require.resolve(loader)).href,
  ]
}

/** Flags of Node for our own sources, wherever the process stands. Types are blanked, which takes half the time of {@link RUN_ANY}. */
export const RUN_SOURCE = flagsWith('@await-next/tracer/loader')

/** The same for sources of a reader, who may write whatever TypeScript there is. */
export const RUN_ANY = flagsWith('tsx')
