/**
 * Where the `@upstream` and `@counterpart` tags of the API lead: to our page of the upstream function, or to its place in
 * the repository at the version that is installed; and to what does the same on the other side.
 *
 * @module
 */
import path from 'node:path'
import {
  type Application,
  type CommentDisplayPart,
  type CommentTag,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from 'typedoc'
import { readNotes } from './annotations/notes.ts'
import { ROOT } from './paths.ts'
import { concepts } from './side-by-side/concepts.ts'
import { excerpt, splitAddress } from './source/excerpt.ts'
import { functionsOf, type UpstreamFunction } from './source/functions.ts'
import { sourceLink } from './source/links.ts'
import { readSource, repositoryLink } from './source/packages.ts'
import { allUpstreamFiles, originOf, type UpstreamFile } from './source/upstream.ts'

/** Makes links of the tags, for TypeDoc. */
export function linkTags(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const declared = declaredIn(project)
    for (const reflection of Object.values(project.reflections)) {
      for (const tag of reflection.comment?.blockTags ?? []) linkTag(tag, declared)
    }
    // Where things stand was asked for to find them; a page of ours does not say it.
    for (const one of [...declared.values()].flat()) delete one.sources
  })
}

function linkTag(tag: CommentTag, declared: Declared): void {
  const address = tag.content
    .map(({ text }) => text)
    .join('')
    .trim()
  if (tag.tag === '@upstream') tag.content = [link(address, upstreamLink(address))]
  if (tag.tag === '@counterpart') tag.content = [counterpart(address, declared)]
}

function link(address: string, to: string): CommentDisplayPart {
  return { kind: 'text', text: `[\`${address}\`](${to})` }
}

/**
 * From the site's root, or a whole address.
 *
 * @throws Error when there is no such file or function.
 */
export function upstreamLink(address: string): string {
  const [file, symbol] = splitAddress(address)
  const shown = allUpstreamFiles().filter((one) => partsOf(one).has(file))
  for (const one of shown) {
    if (!symbol) return `/${sourceLink(one.file)}`
    const fn = functionNamed(symbol, file, one)
    if (fn) return `/${sourceLink(one.file, placeOf(fn, one))}`
  }
  const [first] = shown
  if (first?.package.builtFrom) return originLink(first, file)
  if (!symbol) return repositoryOf(address, readSource(file), 1)
  const { source, line, lastLine } = excerpt(address)
  return first
    ? `/${sourceLink(first.file, { line })}`
    : `${repositoryOf(address, source, line)}-L${lastLine}`
}

/** The files that a file is, or was built from, as tags name them. */
function partsOf(file: UpstreamFile): Set<string> {
  const lines = file.package.builtFrom ? file.text.split('\n').map((_, at) => at + 1) : [1]
  const known = parts.get(file.file)
  const found = known ?? new Set(lines.map((line) => originOf(file, line).file))
  parts.set(file.file, found)
  return found
}

const parts = new Map<string, Set<string>>()

/** The outermost that is called so. */
function functionNamed(
  symbol: string,
  part: string,
  file: UpstreamFile,
): UpstreamFunction | undefined {
  const depth = (fn: UpstreamFunction) => fn.symbol.split('.').length
  return functionsOf(file.text, file.file)
    .filter((fn) => [fn.symbol, ...fn.aliases].some((name) => isCalled(name, symbol)))
    .filter((fn) => originOf(file, fn.from).file === part)
    .sort((a, b) => depth(a) - depth(b))[0]
}

/** `Application.use` is called `use`, and so is `get use`. */
function isCalled(name: string, symbol: string): boolean {
  const bare = name
    .split('.')
    .at(-1)
    ?.replace(/^(static |[gs]et )+/, '')
  return name === symbol || bare === symbol
}

/** Short functions that nobody wrote a note on have no heading of their own. */
function placeOf({ symbol, from, long }: UpstreamFunction, { file }: UpstreamFile) {
  const told = long || readNotes().some(({ id }) => id === `${file}#${symbol}`)
  return told ? { symbol } : { line: from }
}

/** A type, of which nothing is left in what is installed. */
function originLink(file: UpstreamFile, part: string): string {
  const { repository } = file.package
  return originOf(file).link.replace(
    /blob\/v([^/]+)\/.*/,
    `blob/v$1/${part.slice(repository.length + 1)}`,
  )
}

function repositoryOf(address: string, source: ReturnType<typeof readSource>, line: number) {
  const link = repositoryLink(source, line)
  if (!link) throw new Error(`${address}: nobody says where the repository of its package is.`)
  return link
}

/** What has a page of its own, by `mini-koa/src/compose.ts`. */
type Declared = ReadonlyMap<string, DeclarationReflection[]>

function declaredIn(project: ProjectReflection): Declared {
  const found = new Map<string, DeclarationReflection[]>()
  for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
    const { sources } = reflection as DeclarationReflection
    const file = path.relative(path.join(ROOT, 'packages'), sources?.[0]?.fullFileName ?? '')
    const others = found.get(file) ?? []
    found.set(file, [...others, reflection as DeclarationReflection])
  }
  return found
}

/**
 * Its page of the API; where it has none, the concept that it is laid side by side for; else the page of its file, or of
 * the module that the file is a part of.
 */
function counterpart(address: string, declared: Declared): CommentDisplayPart {
  const [file, symbol] = splitAddress(address)
  const inFile = declared.get(file) ?? []
  const named = inFile.find(({ name }) => name === symbol)
  const concept = conceptWith(file, symbol) ?? conceptWith(file)
  const page = named ?? (concept ? undefined : (inFile[0] ?? declared.get(indexBeside(file))?.[0]))
  if (page) return { kind: 'inline-tag', tag: '@link', text: address, target: page }
  if (!concept) throw new Error(`${address}: no page shows it.`)
  return link(address, `/side-by-side/${concept}`)
}

function indexBeside(file: string): string {
  return path.posix.join(path.posix.dirname(file), 'index.ts')
}

function conceptWith(file: string, symbol?: string): string | undefined {
  return concepts.find(({ code }) =>
    Object.values(code)
      .flat()
      .map(splitAddress)
      .some(([of, name = '']) => of === file && (!symbol || isCalled(name, symbol))),
  )?.id
}
