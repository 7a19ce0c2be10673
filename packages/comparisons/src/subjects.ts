/**
 * The four subjects: what each is loaded from, and the proof that it is what it says.
 *
 * @module
 */
import { readFileSync, realpathSync } from 'node:fs'
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

/** Which code answered. The framework is the first part; a router of its own may follow. */
export interface Provenance {
  subject: SubjectId
  side: Side
  role: 'upstream' | 'mini'
  parts: readonly [Part, ...Part[]]
}

/** What a program of either side is handed, with its provenance. */
export type Subject =
  | { side: 'express'; provenance: Provenance; framework: typeof express }
  | {
      side: 'koa'
      provenance: Provenance
      framework: typeof Koa
      Router: typeof Router
      koaBody: typeof koaBody
    }

/** A subject that is not what it says, such as a `koa` that resolves to the mini. */
export class SubjectError extends Error {
  override name = 'SubjectError'
}

/** Loads a subject and proves where it came from. */
export async function loadSubject(subject: SubjectId): Promise<Subject> {
  const side = sideOf(subject)
  const role = SIDES[side].mini === subject ? 'mini' : 'upstream'
  const located = PARTS[subject].map(role === 'mini' ? locateMini : locate)
  const [framework, router, bodyParser] = await Promise.all(located.map(({ file }) => load(file)))
  const provenance = { subject, side, role, parts: located as [Part, ...Part[]] } as const
  prove(provenance)
  return side === 'express'
    ? { side, provenance, framework: framework as typeof express }
    : {
        side,
        provenance,
        framework: framework as typeof Koa,
        Router: router as typeof Router,
        koaBody: bodyParser as typeof koaBody,
      }
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

function locate(name: string): Part {
  const owner = BROUGHT_BY[name]
  const from = owner ? createRequire(realpathSync(require.resolve(owner))) : require
  const file = realpathSync(from.resolve(name))
  return { name, version: manifestOf(file).version, file }
}

/**
 * The mini's source file. `AWAIT_NEXT_MINI_KOA` and `AWAIT_NEXT_MINI_EXPRESS` name a copy of the package
 * to take instead: that is how a mutant gets in.
 */
function locateMini(name: string): Part {
  const [scope = '', short = '', subpath] = name.split('/')
  const variable = `AWAIT_NEXT_${short.toUpperCase().replace('-', '_')}`
  const root =
    process.env[variable] ?? path.dirname(require.resolve(`${scope}/${short}/package.json`))
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

function prove({ subject, role, parts }: Provenance): void {
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
