/**
 * Which lines of the real frameworks at least one topic runs: what the catalogue of topics shows of them, and what it does not.
 *
 * @module
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type Lit, type LitFile, litLines, mergeLit } from '@await-next/tracer'
import { loadSubject, SIDES } from '../subjects.ts'
import type { LoadedTopic } from '../topics.ts'
import { packageFolder } from './packages.ts'
import { type RecordAllOptions, recordAll } from './record-all.ts'

/** One package of an upstream. */
export interface LitPackage extends Lit {
  name: string
  version: string
  files: readonly LitFile[]
  /** Files that no topic so much as loads. */
  unloaded: readonly string[]
}

/** What was recorded, and what was not. */
export interface LitReport {
  topics: number
  /** Topics left out for want of a service, each with what to do about it. */
  skipped: readonly { topic: string; why: string }[]
  packages: readonly LitPackage[]
}

/** What counts of each package: its code. */
const COUNTED: Readonly<Record<string, (file: string) => boolean>> = {
  express: (file) => file.startsWith('lib/'),
  router: (file) => file === 'index.js' || file.startsWith('lib/'),
  koa: (file) => file.startsWith('lib/'),
  'koa-compose': (file) => file === 'index.js',
}

/** The share of each package that is asked for: below it, questions are missing. */
export const LIT_GOAL = 0.9

/** Records the topics on both upstreams, and puts their lit lines together. */
export async function litPackages(
  topics: readonly LoadedTopic[],
  options: Pick<RecordAllOptions, 'cache' | 'progress'> = {},
): Promise<LitReport> {
  const skipped: { topic: string; why: string }[] = []
  const subjects = [SIDES.express.upstream, SIDES.koa.upstream]
  const recorded = await recordAll({
    ...options,
    topics,
    subjects,
    onSkip: (topic, why) => skipped.push({ topic, why }),
  })
  const files = mergeLit(recorded.map(({ trace }) => litLines(trace, { outside: true })))
  const loaded = await Promise.all(subjects.map((subject) => loadSubject(subject)))
  const packages = loaded
    .flatMap(({ provenance }) => provenance.parts)
    .filter(({ name }) => name in COUNTED)
    .map(({ name, version, file }) => litPackage(name, version, packageFolder(file), files))
  return { topics: topics.length - skipped.length, skipped, packages }
}

function litPackage(
  name: string,
  version: string,
  folder: string,
  all: readonly LitFile[],
): LitPackage {
  const names = codeOf(name, folder)
  const files = names.flatMap((file) => all.find((one) => one.name === file) ?? [])
  const numbered = (of: keyof Lit) => files.flatMap((file) => file[of])
  return {
    name,
    version,
    executable: numbered('executable'),
    lit: numbered('lit'),
    files,
    unloaded: names.filter((file) => !files.some((one) => one.name === file)),
  }
}

/** `koa/lib/application.js` and its like: every file that counts, whether anything loads it or not. */
function codeOf(name: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.js') && COUNTED[name]?.(file))
    .map((file) => `${name}/${file}`)
    .sort()
}
