/**
 * The notes: `docs/annotations/<upstream file>.yaml`, one entry a function.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { DOCS, ROOT } from '../paths.ts'

/** By their folders: VitePress loads this too, and cannot load our packages. */
const TOPICS = path.join(ROOT, 'packages', 'comparisons', 'topics')

/** Where the notes stand. */
export const ANNOTATIONS = path.join(DOCS, 'annotations')

/** What there is to say of one function. */
export interface Note {
  /** `koa-compose/index.js#compose` */
  id: string
  file: string
  symbol: string
  /** The piece of code that the note turns on. Finds the function again when it is renamed. */
  quote: string
  /** Where it can be watched. */
  topics: string[]
  en: string
  zh: string
}

/** A note is not written as it has to be. */
export class BadNote extends Error {}

/** All notes, file by file, in the order in which they are written. */
export function readNotes(folder = ANNOTATIONS): Note[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => notesIn(path.join(folder, name), fileOf(name)))
}

/** `koa/lib/context.yaml` tells of `koa/lib/context.js`, `index.mjs.yaml` of an `index.mjs`. */
function fileOf(name: string): string {
  const file = name.split(path.sep).join('/').slice(0, -'.yaml'.length)
  return file.endsWith('.mjs') ? file : `${file}.js`
}

function notesIn(yaml: string, file: string): Note[] {
  const entries = parseYaml(yaml)
  if (!isRecord(entries)) throw new BadNote(`${yaml}: there are no notes in it.`)
  return Object.entries(entries).map(([symbol, entry]) => noteOf(entry, file, symbol))
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (err) {
    throw new BadNote(`${file}: ${err instanceof Error ? err.message : err}`, { cause: err })
  }
}

const FIELDS = new Set(['quote', 'topics', 'en', 'zh'])

function noteOf(entry: unknown, file: string, symbol: string): Note {
  const id = `${file}#${symbol}`
  if (!isRecord(entry)) throw new BadNote(`${id}: "quote", "en" and "zh" are missing.`)
  const strange = Object.keys(entry).find((field) => !FIELDS.has(field))
  if (strange) throw new BadNote(`${id}: there is no field "${strange}".`)
  const topics = topicsOf(entry['topics'], id)
  const quote = textOf(entry, 'quote', id)
  return {
    id,
    file,
    symbol,
    quote,
    topics,
    en: textOf(entry, 'en', id),
    zh: textOf(entry, 'zh', id),
  }
}

function topicsOf(topics: unknown = [], id: string): string[] {
  if (!Array.isArray(topics)) throw new BadNote(`${id}: "topics" has to be a list.`)
  const strange = topics.find((topic) => !existsSync(path.join(TOPICS, topic, 'topic.ts')))
  if (strange) throw new BadNote(`${id}: there is no topic "${strange}".`)
  return topics
}

function textOf(entry: Record<string, unknown>, field: string, id: string): string {
  const text = entry[field]
  if (typeof text !== 'string' || text.trim() === '') {
    throw new BadNote(`${id}: "${field}" has to be a text.`)
  }
  return unfold(text)
}

/** YAML joins lines with a blank, which Chinese has none of. */
function unfold(text: string): string {
  const wide = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]'
  return text.trim().replace(new RegExp(`(?<=${wide}) (?=${wide})`, 'gu'), '')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
