/**
 * The upstream files that people read here, as they are installed.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../paths.ts'

/** A package whose source is shown and annotated. */
export interface UpstreamPackage {
  name: string
  side: 'express' | 'koa'
  /** On GitHub; its tags are `v` and the version. */
  repository: string
  /** The folder with the code; empty where it is the root and `lib`. */
  folder: string
  /** Every function of more than three lines has to have a note. */
  complete: boolean
}

/** In the order in which the index shows them. */
export const UPSTREAM_PACKAGES: readonly UpstreamPackage[] = [
  {
    name: 'express',
    side: 'express',
    repository: 'expressjs/express',
    folder: 'lib',
    complete: true,
  },
  { name: 'router', side: 'express', repository: 'pillarjs/router', folder: '', complete: true },
  { name: 'koa', side: 'koa', repository: 'koajs/koa', folder: 'lib', complete: true },
  { name: 'koa-compose', side: 'koa', repository: 'koajs/compose', folder: '', complete: true },
]

/** One file of upstream. */
export interface UpstreamFile {
  package: UpstreamPackage
  version: string
  /** `koa/lib/context.js`: how notes, tags and addresses name it. */
  file: string
  /** `lib/context.js` */
  path: string
  text: string
}

/** A package that has to be there is not. */
export class NoUpstream extends Error {}

/** The folder that a package is installed in. */
export function installedAt(name: string): string {
  const { side } = packageNamed(name)
  return path.join(ROOT, 'packages', `mini-${side}`, 'node_modules', name)
}

/**
 * The files of a package, in the order of their names.
 *
 * @param home - The package's folder; the installed one unless another is to be looked at.
 * @throws NoUpstream when it is not there.
 */
export function upstreamFiles(name: string, home = installedAt(name)): UpstreamFile[] {
  const upstream = packageNamed(name)
  const manifest = path.join(home, 'package.json')
  if (!existsSync(manifest)) throw new NoUpstream(`There is no ${name} in ${home}.`)
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return sourcesIn(home, upstream.folder).map((inside) => ({
    package: upstream,
    version,
    file: `${name}/${inside}`,
    path: inside,
    text: readFileSync(path.join(home, inside), 'utf8'),
  }))
}

/** All that is installed. */
export function allUpstreamFiles(): UpstreamFile[] {
  return UPSTREAM_PACKAGES.flatMap(({ name }) => upstreamFiles(name))
}

/** Which package a file such as `koa/lib/context.js` belongs to. */
export function packageOf(file: string): UpstreamPackage | undefined {
  return UPSTREAM_PACKAGES.find(({ name }) => file.startsWith(`${name}/`))
}

/** The licence as the package has it; some are published without the file. */
export function licenceOf(name: string): string | undefined {
  const file = path.join(installedAt(name), 'LICENSE')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function packageNamed(name: string): UpstreamPackage {
  const found = UPSTREAM_PACKAGES.find((one) => one.name === name)
  if (!found) throw new NoUpstream(`${name} is none of the packages that are annotated.`)
  return found
}

function sourcesIn(home: string, folder: string): string[] {
  if (folder) return scriptsIn(home, folder)
  return [...scriptsIn(home, ''), ...scriptsIn(home, 'lib')]
}

function scriptsIn(home: string, folder: string): string[] {
  const inside = path.join(home, folder)
  if (!existsSync(inside)) return []
  return readdirSync(inside)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => (folder ? `${folder}/${name}` : name))
}
