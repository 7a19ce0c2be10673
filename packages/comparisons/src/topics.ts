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
  programs: { express: ExpressProgram<Need>; koa: KoaProgram<Need> }
  /** The programs as written, for showing. */
  sources: Readonly<Record<Side, { file: string; text: string }>>
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
  const [topic, express, koa] = await Promise.all([
    importDefault(folder, 'topic'),
    importDefault(folder, 'express'),
    importDefault(folder, 'koa'),
  ])
  return {
    ...checkTopic(topic.value, topic.file),
    id,
    folder,
    programs: {
      express: program(express) as ExpressProgram<Need>,
      koa: program(koa) as KoaProgram<Need>,
    },
    sources: { express: sourceOf(express.file), koa: sourceOf(koa.file) },
  }
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

interface Imported {
  file: string
  value: unknown
}

const EXTENSIONS = ['.ts', '.mts', '.js', '.mjs']

async function importDefault(folder: string, name: string): Promise<Imported> {
  const file = EXTENSIONS.map((extension) => path.join(folder, name + extension)).find(existsSync)
  if (!file) throw new TopicError(`${folder} is no topic: it has no ${name}.ts`)
  const module: { default?: unknown } = await import(pathToFileURL(file).href)
  return { file, value: module.default }
}

function program({ file, value }: Imported): unknown {
  if (typeof value === 'function') return value
  throw new TopicError(`${file}: the default export must be a program, (framework, tools) => app`)
}

function sourceOf(file: string): { file: string; text: string } {
  return { file, text: readFileSync(file, 'utf8') }
}
