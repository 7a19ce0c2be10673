/**
 * Finding topics: the house's own by name, a user's by folder.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { distance } from 'fastest-levenshtein'
import {
  checkTopic,
  type ExpressProgram,
  type KoaProgram,
  type Need,
  type Side,
  type Topic,
  TopicError,
} from './topic.ts'

/** A topic with its programs, ready to run. */
export interface LoadedTopic extends Topic<Need> {
  /** The folder's name. */
  id: string
  folder: string
  /** The programs, each loaded when it is asked for: they bring half of npm along. */
  programs: Programs
  /** The programs as written, for showing. */
  sources: Readonly<Record<Side, { file: string; text: string }>>
}

/** The program of each side. Rejects with a {@link TopicError} where there is none. */
export interface Programs {
  express(): Promise<ExpressProgram<Need>>
  koa(): Promise<KoaProgram<Need>>
}

/** A name that is no topic. `near` holds the names that look like it, nearest first. */
export class UnknownTopicError extends TopicError {
  override name = 'UnknownTopicError'
  readonly near: readonly string[]

  constructor(wanted: string, near: readonly string[]) {
    super(`There is no topic "${wanted}".`)
    this.near = near
  }
}

const HOUSE = fileURLToPath(new URL('../topics/', import.meta.url))

/** Whether a topic's folder, or a file in it, is one of the house's. */
export function isOfTheHouse(place: string): boolean {
  return place.startsWith(HOUSE)
}

/** The names of the house's topics, in the order of the alphabet. */
export function topicNames(): string[] {
  return readdirSync(HOUSE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * Loads a topic by name or by folder. What holds a slash or starts with a dot is a folder.
 *
 * @param wanted - `onion`, `./my-topic`, an absolute path …
 * @param from - The folder that a relative path is resolved against.
 * @throws {@link UnknownTopicError} or {@link TopicError}
 */
export async function loadTopic(wanted: string, from = process.cwd()): Promise<LoadedTopic> {
  const folder = folderOf(wanted, from)
  const id = path.basename(folder)
  const [topic, express, koa] = ['topic', 'express', 'koa'].map((name) => fileOf(folder, name)) as [
    string,
    string,
    string,
  ]
  return {
    ...checkTopic(await importDefault(topic), topic),
    id,
    folder,
    programs: programsIn(express, koa),
    sources: { express: sourceOf(express), koa: sourceOf(koa) },
  }
}

/** The programs in these files. */
export function programsIn(express: string, koa: string): Programs {
  return { express: () => loadProgram(express), koa: () => loadProgram(koa) }
}

async function loadProgram<Program extends ExpressProgram<Need> | KoaProgram<Need>>(
  file: string,
): Promise<Program> {
  const program = await importDefault(file)
  if (typeof program === 'function') return program as Program
  throw new TopicError(`${file}: the default export must be a program, (framework, tools) => app`)
}

function folderOf(wanted: string, from: string): string {
  const isPath = /^\.|[\\/]/.test(wanted)
  if (isPath) {
    const folder = path.resolve(from, wanted)
    if (!existsSync(folder)) throw new TopicError(`There is no folder ${folder}.`)
    return folder
  }
  const names = topicNames()
  if (names.includes(wanted)) return path.join(HOUSE, wanted)
  throw new UnknownTopicError(wanted, nearest(wanted, names))
}

/** At most three names, and only such as share something with what was typed. */
function nearest(wanted: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, away: name.includes(wanted) ? 0 : distance(wanted, name) }))
    .filter(({ away }) => away <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name)
}

const EXTENSIONS = ['.ts', '.mts', '.js', '.mjs']

function fileOf(folder: string, name: string): string {
  const file = EXTENSIONS.map((extension) => path.join(folder, name + extension)).find(existsSync)
  if (!file) throw new TopicError(`${folder} is no topic: it has no ${name}.ts`)
  return file
}

async function importDefault(file: string): Promise<unknown> {
  const module: { default?: unknown } = await import(pathToFileURL(file).href)
  return module.default
}

function sourceOf(file: string): { file: string; text: string } {
  return { file, text: readFileSync(file, 'utf8') }
}
