/**
 * How much code there is to read: ours beside the upstream files that it mirrors.
 *
 * Which file mirrors which is read from the `@upstream` tag of each of our modules. A line counts if something other than
 * a comment stands on it. Types are counted apart, since upstream has its own elsewhere or nowhere.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import blankTypes from 'ts-blank-space'
import ts from 'typescript'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))

/** The minis that are measured. */
export const MINIS = ['mini-express', 'mini-koa'] as const
export type Mini = (typeof MINIS)[number]

/** One of our files. */
export interface MiniFile {
  /** From the mini's `src`. */
  file: string
  /** Lines that run. */
  code: number
  /** Lines that only the compiler reads. */
  types: number
}

/** An upstream file and what mirrors it. */
export interface SizeRow {
  /** `koa/lib/context.js`; empty for what upstream has not. */
  upstream: string
  code: number
  files: MiniFile[]
}

/** All of a mini. */
export interface Sizes {
  mini: Mini
  rows: SizeRow[]
  upstream: number
  code: number
  types: number
}

/**
 * What is not published as it is written: the address of the source, and the file that has it all.
 *
 * In `node_modules` stands what a bundler or a compiler made of it, types taken out.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  'koajs/router/': '@koa/router/dist/index.mjs',
  'koajs/koa-body/src/': 'koa-body/dist/esm/',
}

/** Measures a mini and what it mirrors. */
export function sizes(mini: Mini): Sizes {
  const rows = new Map<string, SizeRow>()
  for (const file of sourcesOf(mini)) {
    const source = readFileSync(path.join(PACKAGES, mini, 'src', file), 'utf8')
    const upstreams = upstreamsOf(source)
    const key = upstreams.join(' + ')
    const row = rows.get(key) ?? { upstream: key, code: totalSize(mini, upstreams), files: [] }
    rows.set(key, row)
    const code = countLines(blankTypes(source))
    row.files.push({ file, code, types: countLines(source) - code })
  }
  return { mini, ...sum([...rows.values()]) }
}

/** Lines on which there is more than a comment. */
export function countLines(source: string): number {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest, true)
  const lines = new Set<number>()
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node) => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child))
    if (children.length > 0) return children.forEach(visit)
    // A template's text may go over several.
    for (let line = lineOf(node.getStart(file)); line <= lineOf(node.end); line++) {
      if (node.end > node.getStart(file)) lines.add(line)
    }
  }
  visit(file)
  return lines.size
}

function sourcesOf(mini: Mini): string[] {
  return readdirSync(path.join(PACKAGES, mini, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

/** Of the module's own comment, which is the first; without the symbol. */
function upstreamsOf(source: string): string[] {
  const [comment = ''] = /\/\*\*.*?\*\//s.exec(source) ?? []
  const tags = [...comment.matchAll(/@upstream (\S+)/g)].map(([, tag = '']) => tag)
  return [...new Set(tags.map((tag) => publishedAs(tag.replace(/#.*/, ''))))]
}

function publishedAs(tag: string): string {
  const [address, file] = Object.entries(PUBLISHED).find(([start]) => tag.startsWith(start)) ?? []
  if (!address || !file) return tag
  return file.endsWith('/') ? file + tag.slice(address.length).replace(/\.ts$/, '.js') : file
}

function totalSize(mini: Mini, upstreams: readonly string[]): number {
  return upstreams.reduce((total, upstream) => total + upstreamSize(mini, upstream), 0)
}

function upstreamSize(mini: Mini, upstream: string): number {
  const home = path.join(PACKAGES, mini, 'node_modules')
  const direct = readdirSync(home).filter((name) => !name.startsWith('.') && !name.startsWith('@'))
  // What only upstream depends on stands beside upstream.
  const homes = [home, ...direct.map((name) => path.dirname(realpathSync(path.join(home, name))))]
  const found = homes.map((one) => path.join(one, upstream)).find((file) => existsSync(file))
  if (!found) throw new Error(`@upstream ${upstream}: there is no such file in node_modules`)
  return countLines(readFileSync(found, 'utf8'))
}

function sum(rows: SizeRow[]): Omit<Sizes, 'mini'> {
  const files = rows.flatMap((row) => row.files)
  return {
    rows: rows.sort((a, b) => compareText(a.upstream || '~', b.upstream || '~')),
    upstream: rows.reduce((total, row) => total + row.code, 0),
    code: files.reduce((total, { code }) => total + code, 0),
    types: files.reduce((total, { types }) => total + types, 0),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
