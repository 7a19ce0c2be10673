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
  /** Its code, by paths in the package. */
  code: RegExp
  /**
   * Of a package that is published built: the file that a line was made from. Types are gone in what is installed, and
   * lines are others, so there it can be named but not linked line by line.
   */
  builtFrom?(path: string, linesAbove: readonly string[]): string
}

/** In the order in which the index shows them. */
export const UPSTREAM_PACKAGES: readonly UpstreamPackage[] = [
  { name: 'express', side: 'express', repository: 'expressjs/express', code: /^lib\/.*\.js$/ },
  {
    name: 'router',
    side: 'express',
    repository: 'pillarjs/router',
    code: /^(index|lib\/.*)\.js$/,
  },
  { name: 'koa', side: 'koa', repository: 'koajs/koa', code: /^lib\/.*\.js$/ },
  { name: 'koa-compose', side: 'koa', repository: 'koajs/compose', code: /^index\.js$/ },
  {
    name: '@koa/router',
    side: 'koa',
    repository: 'koajs/router',
    code: /^dist\/index\.mjs$/,
    // The bundler says where each part comes from.
    builtFrom: (_, above) => {
      const mark = above.findLast((line) => line.startsWith('// src/'))
      return mark ? mark.slice('// '.length) : 'src/index.ts'
    },
  },
  {
    name: 'koa-body',
    side: 'koa',
    repository: 'koajs/koa-body',
    code: /^dist\/esm\/.*\.js$/,
    builtFrom: (file) => file.replace('dist/esm/', 'src/').replace(/js$/, 'ts'),
  },
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

/** Where a line stands in upstream's repository. */
export interface Origin {
  /** As our tags name it: `koa/lib/context.js`, `koajs/router/src/layer.ts`. */
  file: string
  /** On GitHub, at the version that is installed; of a built file without the line. */
  link: string
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
  return filesIn(home)
    .filter((inside) => upstream.code.test(inside))
    .map((inside) => ({
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

/** Where some lines of a file, or the whole file, stand in the repository. */
export function originOf(file: UpstreamFile, from = 1, to = from): Origin {
  const { repository, builtFrom } = file.package
  const tree = `https://github.com/${repository}/blob/v${file.version}`
  if (!builtFrom) {
    const lines = from === 1 && to === 1 ? '' : `#L${from}-L${to}`
    return { file: file.file, link: `${tree}/${file.path}${lines}` }
  }
  const source = builtFrom(file.path, file.text.split('\n').slice(0, from))
  return { file: `${repository}/${source}`, link: `${tree}/${source}` }
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

function filesIn(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .sort()
}
