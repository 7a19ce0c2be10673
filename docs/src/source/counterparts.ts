/**
 * What mirrors an upstream function in the minis, found by the `@upstream` tags that stand there.
 *
 * A tag names a file and a function (`koa/lib/application.js#use`), or, at the top of a module, the file that all of it
 * mirrors: then what has the same name there is the counterpart.
 *
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { ROOT } from '../paths.ts'
import type { UpstreamFunction } from './functions.ts'

/** A function, a class or a member of one of the minis. */
export interface Counterpart {
  /** `mini-koa/src/compose.ts` */
  file: string
  name: string
  from: number
  to: number
  /** With its comment, as it is written. */
  text: string
}

/** A declaration, and the upstream functions that it says it mirrors. */
interface Declared extends Counterpart {
  /** `koa/lib/application.js#use` */
  tags: string[]
}

/** A module of the minis. */
interface MiniModule {
  /** Upstream files that it mirrors. */
  files: string[]
  declared: Declared[]
}

/**
 * What mirrors one of the functions of an upstream file: first what has its name, then what says so.
 *
 * @param file - As the tags name it: of a package that is published built, the file in the repository.
 * @param all - The functions of that file, since a short name means the outermost that has it.
 */
export function counterpartsOf(
  file: string,
  fn: UpstreamFunction,
  all: readonly UpstreamFunction[],
): Counterpart[] {
  const names = namesOf(fn, all)
  const tags = names.flatMap((name) => [`${file}#${name}`, `${file}#${bare(name)}`])
  const named = modules()
    .filter(({ files }) => files.includes(file))
    .flatMap(({ declared }) => declared.filter(({ name }) => names.includes(name)))
  const tagged = modules().flatMap(({ declared }) =>
    declared.filter((one) => one.tags.some((tag) => tags.includes(tag))),
  )
  const first = tagged.filter((one) => named.includes(one))
  const found = [...new Set([...first, ...named.slice(0, 1), ...tagged])]
  return found.filter((one, at) => !found.slice(0, at).some((better) => encloses(one, better)))
}

/** Showing the whole around a part that is shown already says nothing new. */
function encloses(outer: Counterpart, inner: Counterpart): boolean {
  return outer.file === inner.file && outer.from <= inner.from && outer.to >= inner.to
}

/** `Application.use` is `use` in the tags; a getter may be made by a call here and be written as one there. */
function namesOf(
  { symbol, aliases }: UpstreamFunction,
  all: readonly UpstreamFunction[],
): string[] {
  const own = lastOf(symbol)
  const outermost = all.filter((one) => lastOf(one.symbol) === own).sort(byDepth)[0]
  const names = outermost?.symbol === symbol ? [symbol, own, ...aliases] : [symbol]
  return names.flatMap((name) => (/^[gs]et /.test(name) ? name : [name, `get ${name}`]))
}

function lastOf(symbol: string): string {
  return symbol.split('.').at(-1) ?? symbol
}

function byDepth(a: UpstreamFunction, b: UpstreamFunction): number {
  return a.symbol.split('.').length - b.symbol.split('.').length
}

function bare(name: string): string {
  return name.replace(/^(static |[gs]et )+/, '')
}

let read: MiniModule[] | undefined

function modules(): MiniModule[] {
  read ??= ['mini-express', 'mini-koa'].flatMap((mini) => modulesOf(mini))
  return read
}

function modulesOf(mini: string): MiniModule[] {
  const src = path.join(ROOT, 'packages', mini, 'src')
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(name))
    .sort()
    .map((name) => {
      const file = `${mini}/src/${name.split(path.sep).join('/')}`
      return moduleIn(file, readFileSync(path.join(src, name), 'utf8'))
    })
}

/** Reads one module. */
export function moduleIn(file: string, text: string): MiniModule {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const [head = ''] = /\/\*\*.*?\*\//s.exec(text) ?? []
  const declared: Declared[] = []
  visit(source)
  return { files: upstreamTags(head).map((tag) => tag.replace(/#.*/, '')), declared }

  function visit(node: ts.Node): void {
    const name = nameOf(node)
    if (name) declared.push(describe(wholeOf(node), name.getText(source), kindOf(node)))
    ts.forEachChild(node, visit)
  }

  function describe(node: ts.Node, name: string, kind: string): Declared {
    const comment = ts.getJSDocCommentsAndTags(node).at(-1)?.getText(source) ?? ''
    const tags = comment.includes('@module') ? [] : upstreamTags(comment)
    const start = comment.includes('@module') ? node.getStart(source) : node.getStart(source, true)
    return {
      file,
      name: kind + name,
      from: lineOf(node.getStart(source)),
      to: lineOf(node.end),
      text: dedent(text.slice(text.lastIndexOf('\n', start - 1) + 1, node.end)),
      tags,
    }
  }

  function lineOf(position: number): number {
    return source.getLineAndCharacterOfPosition(position).line + 1
  }
}

/** The name of a function, a class or a member that has a body. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isFunctionLike(node)) return 'body' in node && node.body ? node.name : undefined
  if (ts.isClassDeclaration(node)) return node.name
  if (ts.isPropertyAssignment(node) || (ts.isVariableDeclaration(node) && isOutermost(node))) {
    return node.initializer && holdsFunction(node.initializer) ? node.name : undefined
  }
  return undefined
}

function isOutermost(node: ts.VariableDeclaration): boolean {
  return ts.isSourceFile(node.parent.parent.parent)
}

/** `const Router = function Router() {…} as unknown as RouterConstructor` is one, `Object.assign(function …)` too. */
function holdsFunction(value: ts.Expression): boolean {
  if (ts.isAsExpression(value) || ts.isParenthesizedExpression(value)) {
    return holdsFunction(value.expression)
  }
  if (ts.isCallExpression(value)) return value.arguments.slice(0, 1).some(holdsFunction)
  return ts.isFunctionExpression(value) || ts.isArrowFunction(value)
}

/** The statement of a variable has its comment. */
function wholeOf(node: ts.Node): ts.Node {
  return ts.isVariableDeclaration(node) ? node.parent.parent : node
}

function kindOf(node: ts.Node): string {
  if (ts.isGetAccessor(node)) return 'get '
  return ts.isSetAccessor(node) ? 'set ' : ''
}

function upstreamTags(comment: string): string[] {
  return [...comment.matchAll(/@upstream (\S+)/g)].map(([, tag = '']) => tag)
}

function dedent(text: string): string {
  const lines = text.split('\n')
  const indents = lines
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0)
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n')
}
