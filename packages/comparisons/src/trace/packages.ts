/**
 * Whose files a recording watches: the framework itself, upstream or mini, and the program.
 *
 * @module
 */
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { WatchedPackage } from '@await-next/tracer'
import { type Part, type Provenance, sideOf } from '../subjects.ts'
import type { LoadedTopic } from '../topics.ts'

/** Where the code stands in each package. Helpers and types that come with it are left out. */
const CODE: Readonly<Record<string, readonly string[]>> = {
  express: ['index.js', 'lib/'],
  router: ['index.js', 'lib/'],
  koa: ['lib/'],
  'koa-compose': ['index.js'],
  '@koa/router': ['dist/'],
}

/** The packages a subject is made of, and the program of a topic. */
export function watchedPackages(
  { parts, subject }: Provenance,
  topic: LoadedTopic,
): WatchedPackage[] {
  const { file } = topic.sources[sideOf(subject)]
  const folder = realpathSync(path.dirname(file))
  const program = { name: topic.id, version: '', folder, include: [path.basename(file)] }
  const packages = parts.map(watched)
  return [...new Map([...packages, program].map((one) => [one.folder, one])).values()]
}

function watched({ name, version, file }: Part): WatchedPackage {
  const folder = packageFolder(file)
  const short = name.replace(/^@await-next\/([^/]+).*$/, '$1')
  return { name: short, version, folder, include: CODE[name] ?? ['src/'] }
}

/** The folder of the package that a file belongs to. */
export function packageFolder(file: string): string {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    try {
      if (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name) return folder
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
    }
  }
}
