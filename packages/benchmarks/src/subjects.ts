/**
 * Who runs, what each is loaded from, and the proof that it is what it says.
 *
 * @module
 */
import { readFileSync, realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type express from '@await-next/mini-express'
import type Koa from '@await-next/mini-koa'
import type Router from '@await-next/mini-koa/router'
import type { HttpCase, Side } from './case.ts'

/** A subject of a run. Bare Node is two: it answers with the bytes of either side. */
export type SubjectId = 'raw-express' | 'express' | 'mini-express' | 'raw-koa' | 'koa' | 'mini-koa'

/** All of them, in the order in which they are shown. */
export const SUBJECTS: readonly SubjectId[] = [
  'raw-express',
  'express',
  'mini-express',
  'raw-koa',
  'koa',
  'mini-koa',
]

/** Who stands for what on a side. */
export const SIDES = {
  express: { raw: 'raw-express', upstream: 'express', mini: 'mini-express' },
  koa: { raw: 'raw-koa', upstream: 'koa', mini: 'mini-koa' },
} as const satisfies Record<Side, Record<'raw' | 'upstream' | 'mini', SubjectId>>

/** The side on which a subject stands. */
export function sideOf(subject: SubjectId): Side {
  return subject.endsWith('koa') ? 'koa' : 'express'
}

/** A package that a subject is made of. */
export interface Part {
  name: string
  version: string
}

/** A subject at work on a case. */
export interface Running {
  server: Server
  parts: Part[]
}

/** A subject that is not what it says, such as a `koa` that is the mini. */
export class SubjectError extends Error {
  override name = 'SubjectError'
}

/** Has a subject listen on a free port of the loopback interface. */
export async function start(subject: SubjectId, work: HttpCase): Promise<Running> {
  const parts = PARTS[subject].map(locate)
  const modules = await Promise.all(parts.map(({ file }) => load(file)))
  const server = listen(subject, work, modules)
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return { server, parts: parts.map(({ name, version }) => ({ name, version })) }
}

function listen(subject: SubjectId, work: HttpCase, [framework, router]: unknown[]): Server {
  const side = sideOf(subject)
  if (subject === SIDES[side].raw) return createServer(work.raw[side]()).listen(0, HOST)
  const app =
    side === 'express'
      ? work.express(framework as typeof express)
      : work.koa({ Koa: framework as typeof Koa, Router: router as typeof Router })
  return app.listen(0, HOST)
}

const HOST = '127.0.0.1'

/** What each is made of: Express carries its router, Koa is given one. */
const PARTS: Readonly<Record<SubjectId, readonly string[]>> = {
  'raw-express': [],
  express: ['express'],
  'mini-express': ['@await-next/mini-express'],
  'raw-koa': [],
  koa: ['koa', '@koa/router'],
  'mini-koa': ['@await-next/mini-koa', '@await-next/mini-koa/router'],
}

const require = createRequire(import.meta.url)

interface Located extends Part {
  file: string
}

function locate(name: string): Located {
  const mini = /^@await-next\/([^/]+)(?:\/(.+))?$/.exec(name)
  const file = mini ? miniFile(mini[1] as string, mini[2]) : realpathSync(require.resolve(name))
  const found = manifestOf(file)
  if (found.name !== name && !name.startsWith(`${found.name}/`)) {
    throw new SubjectError(`${name} resolves to ${file}, which is ${found.name}`)
  }
  return { name, version: found.version, file }
}

/** Compiled by `build`; where nothing was, as in the tests, the source. */
function miniFile(mini: string, subpath = ''): string {
  const root = path.dirname(require.resolve(`@await-next/${mini}/package.json`))
  const runsSource = import.meta.url.endsWith('.ts')
  const file = runsSource ? ['src', subpath, 'index.ts'] : [COMPILED, subpath, 'index.js']
  return realpathSync(path.join(root, ...file))
}

/** Where `build` puts what it compiles, in the folder of each package. */
export const COMPILED = 'node_modules/.bench'

/** Upstream is CommonJS and its module is the framework; of the minis it is the default export. */
async function load(file: string): Promise<unknown> {
  const module = await import(pathToFileURL(file).href)
  const loaded = module.default ?? module
  // `@koa/router` is transpiled: its class hangs on `default` once more.
  return loaded.__esModule ? loaded.default : loaded
}

function manifestOf(file: string): Part {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    try {
      const manifest: Part = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
      if (manifest.name) return manifest
    } catch (err) {
      if ((err as NodeJS.ErrnoException).code !== 'ENOENT') throw err
    }
    if (folder === path.dirname(folder)) throw new SubjectError(`${file} belongs to no package`)
  }
}
