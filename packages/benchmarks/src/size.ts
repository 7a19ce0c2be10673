/**
 * What an installation takes on disk: a package, and all that it depends on.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILED } from './paths.ts'
import { packagesOf, type SubjectId } from './subjects.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** The size of a subject in megabytes. Of a mini, what is compiled counts, not its sources and tests. */
export function installedSize(subject: SubjectId): number {
  const folders = new Set<string>()
  for (const name of packagesOf(subject)) collect(name, HERE, folders)
  const bytes = [...folders].map((folder) => {
    const compiled = path.join(folder, COMPILED)
    return sizeOf(existsSync(compiled) ? compiled : folder)
  })
  return bytes.reduce((sum, one) => sum + one, 0) / 1e6
}

function collect(name: string, from: string, folders: Set<string>): void {
  const folder = findPackage(name, from)
  if (folders.has(folder)) return
  folders.add(folder)
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    // Nothing of these runs; upstream's stand in packages of their own.
    if (!dependency.startsWith('@types/')) collect(dependency, folder, folders)
  }
}

/** As Node finds it, whatever the package exports. */
function findPackage(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return realpathSync(candidate)
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed for ${from}`)
  }
}

function sizeOf(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    bytes += entry.isDirectory() ? sizeOf(file) : statSync(file).size
  }
  return bytes
}
