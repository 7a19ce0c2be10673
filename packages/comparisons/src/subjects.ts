/**
 * The four subjects: what each is loaded from, and the proof that it is what it says.
 *
 * @module
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type express from '@await-next/mini-express'
import type Koa from '@await-next/mini-koa'
import type koaBody from '@await-next/mini-koa/body'
import type Router from '@await-next/mini-koa/router'
import type { Side } from './topic.ts'

/** A subject's name, as typed after `--on`. */
export type SubjectId = 'express' | 'mini-express' | 'koa' | 'mini-koa'

/** All subjects, in the order in which they are shown. */
export const SUBJECTS = ['express', 'mini-express', 'koa', 'mini-koa'] as const

/** The upstream and the mini of each side. */
export const SIDES: Readonly<Record<Side, { upstream: SubjectId; mini: SubjectId }>> = {
  express: { upstream: 'express', mini: 'mini-express' },
  koa: { upstream: 'koa', mini: 'mini-koa' },
}

/** The side a subject stands on. */
export function sideOf(subject: SubjectId): Side {
  return subject.endsWith('koa') ? 'koa' : 'express'
}

/** One package a subject is made of, as found on disk. */
export interface Part {
  name: string
  version: string
  /** The real path of the module that was loaded, links resolved. */
  file: string
}

/** Somebody else in a subject's place: that is how a reader's own framework, or a mutant, gets in. */
export type StandIn =
  /** A file that exports a framework. Of a Koa it may export a `Router` as well; else it is given the real one. */
  | { kind: 'own'; label: string; file: string }
  /** A copy of a mini, or a folder with copies of upstream's packages in its `node_modules`. */
  | { kind: 'mutant'; label: string; folder: string }

/** Which code answered. The framework is the first part; a router of its own may follow. */
export interface Provenance {
  /** Whose place it has: a stand-in keeps that of the subject that it stands in for. */
  subject: SubjectId
  /** `koa 3.3.0`, `mini-koa`, `./my-koa.ts`. */
  label: string
  side: Side
  role: 'upstream' | 'mini' | StandIn['kind']
  parts: readonly [Part, ...Part[]]
}

/** What a program of either side is handed, with its provenance. */
export type Subject = { provenance: Provenance; standIn?: StandIn } & (
  | { side: 'express'; framework: typeof express }
  | {
      side: 'koa'
      framework: typeof Koa
      Router: typeof Router
      koaBody: typeof koaBody
    }
)

/** A subject that is not what it says, such as a `koa` that resolves to the mini, or that cannot be loaded. */
export class SubjectError extends Error {
  override name = 'SubjectError'
}

/**
 * Loads a subject and proves where it came from.
 *
 * @throws {@link SubjectError} when it is not what it says, or when a stand-in cannot be loaded.
 */
export async function loadSubject(subject: SubjectId, standIn?: StandIn): Promise<Subject> {
  if (!standIn) return loadHouse(subject)
  const loaded =
    standIn.kind === 'own' ? await loadOwn(subject, standIn) : await loadHouse(subject, standIn)
  return { ...loaded, standIn }
}

async function loadHouse(
  subject: SubjectId,
  standIn?: StandIn & { kind: 'mutant' },
): Promise<Subject> {
  const side = sideOf(subject)
  const isMini = SIDES[side].mini === subject
  const folder = standIn?.folder
  const parts = PARTS[subject].map((name) =>
    isMini ? locateMini(name, folder) : locate(name, folder),
  ) as [Part, ...Part[]]
  const role = standIn ? standIn.kind : isMini ? 'mini' : 'upstream'
  const label = standIn?.label ?? (isMini ? subject : `${subject} ${parts[0].version}`)
  const provenance: Provenance = { subject, label, side, role, parts }
  prove(provenance, folder)
  const [framework, router, bodyParser] = await Promise.all(parts.map(({ file }) => load(file)))
  return subjectOf(provenance, framework, router, bodyParser)
}

function subjectOf(
  provenance: Provenance,
  framework: unknown,
  router: unknown,
  bodyParser: unknown,
): Subject {
  return provenance.side === 'express'
    ? { side: 'express', provenance, framework: framework as typeof express }
    : {
        side: 'koa',
        provenance,
        framework: framework as typeof Koa,
        Router: router as typeof Router,
        koaBody: bodyParser as typeof koaBody,
      }
}

type OwnModule = { default?: unknown; Router?: unknown }

/** What a reader wrote: anything may be wrong with it, and each of that in a sentence. */
async function loadOwn(
  subject: SubjectId,
  { label, file }: StandIn & { kind: 'own' },
): Promise<Subject> {
  if (!existsSync(file)) throw new SubjectError(`There is no file ${file}.`)
  const side = sideOf(subject)
  const module = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    throw new SubjectError(`${label} cannot be loaded: ${cause}`, { cause })
  })
  const { default: framework, Router: router } = exportsOf(module)
  if (typeof framework !== 'function') {
    const wanted = side === 'koa' ? 'the class, as Koa' : 'a function that makes an app, as express'
    throw new SubjectError(
      `${label} exports no framework: its default export must be ${wanted} is; it is ${typeof framework}.`,
    )
  }
  const own: Part = { name: label, version: '', file: realpathSync(file) }
  // A Koa is given what is its own affair elsewhere: the real router, unless it brings one, and the real body parser.
  const brought = side === 'koa' ? ['@koa/router', 'koa-body'].map((name) => locate(name)) : []
  const parts: [Part, ...Part[]] = [own, ...brought]
  const [realRouter, bodyParser] = await Promise.all(brought.map(({ file }) => load(file)))
  const provenance: Provenance = { subject, label, side, role: 'own', parts }
  return subjectOf(provenance, framework, router ?? realRouter, bodyParser)
}

/** What each subject is made of: Express carries router and body parsers, Koa is given them. */
const PARTS: Readonly<Record<SubjectId, readonly string[]>> = {
  express: ['express', 'router'],
  'mini-express': ['@await-next/mini-express'],
  koa: ['koa', '@koa/router', 'koa-body', 'koa-compose'],
  'mini-koa': ['@await-next/mini-koa', '@await-next/mini-koa/router', '@await-next/mini-koa/body'],
}

/** Parts that a framework brings along: found from where it stands, so that they are the ones it uses. */
const BROUGHT_BY: Readonly<Record<string, string>> = { router: 'express', 'koa-compose': 'koa' }

const require = createRequire(import.meta.url)

/** A package as it is installed, or its copy where `folder` has one. */
function locate(name: string, folder?: string): Part {
  const owner = BROUGHT_BY[name]
  const from = owner ? createRequire(locate(owner, folder).file) : require
  const copied = folder && !owner && existsSync(path.join(folder, 'node_modules', name))
  const file = realpathSync((copied ? createRequire(path.join(folder, '_')) : from).resolve(name))
  return { name, version: manifestOf(file).version, file }
}

/** The mini's source file, in the package itself or in a copy of it. */
function locateMini(name: string, folder?: string): Part {
  const [scope = '', short = '', subpath] = name.split('/')
  const root = folder ?? path.dirname(require.resolve(`${scope}/${short}/package.json`))
  const file = realpathSync(path.join(root, 'src', subpath ?? '', 'index.ts'))
  return { name, version: manifestOf(file).version, file }
}

/** Upstream is CommonJS and its module is the framework; of the minis it is the default export. */
async function load(file: string): Promise<unknown> {
  if (!file.endsWith('.ts')) return interop(require(file))
  const module: { default: unknown } = await import(pathToFileURL(file).href)
  return module.default
}

/** `@koa/router` is transpiled: its class hangs on `default`. */
function interop(module: { default?: unknown; __esModule?: boolean }): unknown {
  return module.__esModule ? module.default : module
}

/** A CommonJS file of a reader may be transpiled too: then its exports hang on the default export of the import. */
function exportsOf(module: OwnModule): OwnModule {
  const { default: exported } = module
  const transpiled = (exported as { __esModule?: boolean } | undefined)?.__esModule
  return transpiled ? (exported as OwnModule) : module
}

interface Manifest {
  name: string
  version: string
}

function manifestOf(file: string): Manifest {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    try {
      const manifest: Manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
      if (manifest.name) return manifest
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
    }
    if (folder === path.dirname(folder)) throw new SubjectError(`${file} belongs to no package`)
  }
}

function prove({ subject, role, parts }: Provenance, folder?: string): void {
  if (folder && !parts.some(({ file }) => file.startsWith(realpathSync(folder) + path.sep))) {
    throw new SubjectError(`${subject}: nothing was loaded from ${folder}`)
  }
  for (const { name, file } of parts) {
    const below = file.split(path.sep)
    const installed = below.includes('node_modules')
    if (role === 'upstream' && !installed) {
      throw new SubjectError(`${subject}: ${name} resolves to ${file}, not below node_modules`)
    }
    if (role === 'mini' && (installed || !below.includes('packages'))) {
      throw new SubjectError(`${subject}: ${name} resolves to ${file}, not below packages`)
    }
    const found = manifestOf(file).name
    if (found !== name && !name.startsWith(`${found}/`)) {
      throw new SubjectError(`${subject}: ${name} resolves to ${file}, which is ${found}`)
    }
  }
}
