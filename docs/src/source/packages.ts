/**
 * Where a file stands that is named as in our `@upstream` and `@counterpart` tags: `koa/lib/context.js` is looked up in
 * `node_modules`, `mini-koa/src/context.ts` in `packages`.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../paths.ts'

/** A package of upstream's or of ours. */
export interface Package {
  name: string
  version: string
  folder: string
  /** Its name, `MIT`. */
  licence: string | undefined
  /** `https://github.com/koajs/koa`; missing where the package says none. */
  repository: string | undefined
}

/** A file as it is installed. */
export interface SourceFile {
  /** `koa/lib/context.js` */
  address: string
  package: Package
  /** Below the package: `lib/context.js`. */
  path: string
  text: string
}

const PACKAGES = path.join(ROOT, 'packages')
const MINIS = ['mini-express', 'mini-koa']

/**
 * Reads a file by its address.
 *
 * @throws Error when the package is not installed or has no such file, with the address.
 */
export function readSource(address: string): SourceFile {
  const known = sources.get(address)
  if (known) return known
  const name = packageNameOf(address)
  const owner = findPackage(name)
  if (!owner) throw new Error(`${address}: the package ${name} is not installed.`)
  const below = address.slice(name.length + 1)
  const file = path.join(owner.folder, below)
  if (!existsSync(file)) throw new Error(`${address}: ${name} ${owner.version} has no ${below}.`)
  const source = { address, package: owner, path: below, text: readFileSync(file, 'utf8') }
  sources.set(address, source)
  return source
}

const sources = new Map<string, SourceFile>()

/** Where a line can be read in upstream's repository at the version that is installed; nothing for ours. */
export function repositoryLink(source: SourceFile, line: number): string | undefined {
  const { name, repository, version } = source.package
  if (!repository || isTranspiled(source)) return undefined
  return MINIS.includes(name) ? undefined : `${repository}/blob/v${version}/${source.path}#L${line}`
}

/** What a compiler wrote is in no repository. */
function isTranspiled({ path: below }: SourceFile): boolean {
  return below.startsWith('dist/')
}

/**
 * The package's licence, whole: what MIT asks to be shown with the code. Where no file came with the package, what it says
 * of itself.
 *
 * @throws Error when it says nothing.
 */
export function licenceOf({ folder, licence, name, repository }: Package): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (file) return readFileSync(path.join(folder, file), 'utf8').trim()
  if (!licence) throw new Error(`${name} does not say under which licence its code may be shown.`)
  return [`License: ${licence}`, repository].filter(Boolean).join('\n')
}

function packageNameOf(address: string): string {
  return address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/')
}

function findPackage(name: string): Package | undefined {
  const folder = MINIS.includes(name) ? path.join(PACKAGES, name) : installedFolder(name)
  if (!folder) return undefined
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const { version, license: licence, repository: given } = manifest
  return { name, version, licence, folder, repository: repositoryUrl(given?.url ?? given) }
}

/** What only upstream depends on stands beside upstream. */
function installedFolder(name: string): string | undefined {
  const homes = MINIS.map((mini) => path.join(PACKAGES, mini, 'node_modules'))
  const beside = homes.flatMap((home) =>
    readdirSync(home)
      .filter((entry) => !entry.startsWith('.') && !entry.startsWith('@'))
      .map((entry) => path.dirname(realpathSync(path.join(home, entry)))),
  )
  const found = [...homes, ...beside].find((home) => existsSync(path.join(home, name)))
  return found && realpathSync(path.join(found, name))
}

/** `git+https://github.com/koajs/koa.git`, `expressjs/express` … */
function repositoryUrl(given: unknown): string | undefined {
  const [, slug] =
    /^(?:.*github\.com[/:]|github:)?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(String(given)) ?? []
  return slug && `https://github.com/${slug}`
}
