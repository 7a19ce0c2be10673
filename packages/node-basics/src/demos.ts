/**
 * Finding demos: by name, by the part of a name that is enough, by a word in their texts.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { distance } from 'fastest-levenshtein'
import type { Demo } from './demo.ts'
import { groups } from './groups.ts'

/** A demo with its place. */
export interface LoadedDemo extends Demo {
  /** `<group>/<name>`. */
  id: string
  folder: string
  /** The file that Node is started with: `main.ts`, `main.cjs` or `main.mjs`. */
  main: string
  /** Every file that a reader has to see, the main one first. */
  files: readonly string[]
}

/** The folder of all demos. */
export const DEMOS = fileURLToPath(new URL('../demos/', import.meta.url))

/** Every demo's id, in the order in which they are best read. */
export const demoIds: readonly string[] = groups.flatMap(({ id, demos }) =>
  demos.map((name) => `${id}/${name}`),
)

/** A name that is no demo, or more than one. `near` holds what may have been meant. */
export class UnknownDemoError extends Error {
  override name = 'UnknownDemoError'
  readonly near: readonly string[]

  constructor(message: string, near: readonly string[]) {
    super(message)
    this.near = near
  }
}

/**
 * The ids that a name stands for: a demo's id, a group's (all of its demos), or a demo's name alone where only one has it.
 *
 * @throws {@link UnknownDemoError}
 */
export function resolveName(name: string): readonly string[] {
  const wanted = name.replace(/\/+$/, '')
  if (demoIds.includes(wanted)) return [wanted]
  const ofGroup = demoIds.filter((id) => id.startsWith(`${wanted}/`))
  if (ofGroup.length > 0) return ofGroup
  const alike = demoIds.filter((id) => id.endsWith(`/${wanted}`))
  if (alike.length > 1) throw new UnknownDemoError(`Several demos are called "${wanted}".`, alike)
  if (alike.length === 0) throw new UnknownDemoError(`There is no demo "${name}".`, near(wanted))
  return alike
}

/** Whether a name stands for a whole group. */
export const isGroup = (name: string): boolean =>
  groups.some(({ id }) => id === name.replace(/\/+$/, ''))

/** Loads one demo by its id. */
export async function loadDemo(id: string): Promise<LoadedDemo> {
  const folder = path.join(DEMOS, ...id.split('/'))
  const file = path.join(folder, 'demo.ts')
  const module: { default: Demo } = await import(pathToFileURL(file).href)
  const main = ['main.ts', 'main.cjs', 'main.mjs'].find((name) =>
    existsSync(path.join(folder, name)),
  )
  if (main === undefined) throw new Error(`demos/${id} has no main.ts, main.cjs or main.mjs.`)
  return { ...module.default, id, folder, main, files: [main, ...filesBeside(folder, main)] }
}

/** Loads them all. */
export const loadDemos = (ids: readonly string[] = demoIds): Promise<LoadedDemo[]> =>
  Promise.all(ids.map(loadDemo))

/** Whether a word stands in a demo's name, texts (of any language) or code. */
export function mentions(demo: LoadedDemo, word: string): boolean {
  const { title, question, explanation, pitfalls = [] } = demo
  const texts = [title, question, explanation, ...pitfalls].flatMap(({ en, zh }) => [en, zh])
  const codes = demo.files.map((file) => readFileSync(path.join(demo.folder, file), 'utf8'))
  return [demo.id, ...texts, ...codes].some((text) =>
    text.toLowerCase().includes(word.toLowerCase()),
  )
}

/** What a demo consists of beside its main file: code and data, not what it says or prints. */
function filesBeside(folder: string, main: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file !== main && file !== 'demo.ts' && !/^expected\b.*\.txt$/.test(file))
    .sort()
}

/** At most three ids, nearest first, and only such as share something with what was typed. */
function near(wanted: string): string[] {
  return demoIds
    .map((id) => ({ id, away: awayFrom(wanted, id) }))
    .filter(({ away }) => away <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ id }) => id)
}

/** Typed with or without its group, a demo is as near as the nearer of the two says. */
function awayFrom(wanted: string, id: string): number {
  const name = id.slice(id.indexOf('/') + 1)
  const part = wanted.slice(wanted.lastIndexOf('/') + 1)
  if (part.length > 2 && name.includes(part)) return 0
  return Math.min(distance(wanted, id), distance(wanted, name), distance(part, name) + 1)
}
