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
import type { Case, PeerId, Programs, Side, Tools } from './case.ts'
import { COMPILED } from './paths.ts'

/** A subject of a run. Bare Node is two: it answers with the bytes of either side. */
export type SubjectId = SideSubject | PeerId | 'find-my-way'

/** Those of a side, who answer with the same bytes. */
export type SideSubject =
  | 'raw-express'
  | 'express'
  | 'mini-express'
  | 'raw-koa'
  | 'koa'
  | 'mini-koa'

/** Frameworks of neither side. */
export const PEERS: readonly PeerId[] = ['polka', 'tinyhttp', 'fastify', 'hono']

/** All of them, in the order in which they are shown. */
export const SUBJECTS: readonly SubjectId[] = [
  'raw-express',
  'express',
  'mini-express',
  'raw-koa',
  'koa',
  'mini-koa',
  ...PEERS,
  'find-my-way',
]

/** Who stands for what on a side. */
export const SIDES = {
  express: { raw: 'raw-express', upstream: 'express', mini: 'mini-express' },
  koa: { raw: 'raw-koa', upstream: 'koa', mini: 'mini-koa' },
} as const satisfies Record<Side, Record<'raw' | 'upstream' | 'mini', SideSubject>>

/** The side on which a subject stands; peers stand on none. */
export function sideOf(subject: SubjectId): Side | undefined {
  return (Object.keys(SIDES) as Side[]).find((side) =>
    (Object.values(SIDES[side]) as SubjectId[]).includes(subject),
  )
}

/** Which subjects a case is there for. */
export function subjectsOf(work: Case): SubjectId[] {
  return SUBJECTS.filter((subject) => takesPart(subject, work))
}

function takesPart(subject: SubjectId, work: Case): boolean {
  if (work.kind === 'call') return Object.hasOwn(work.tools, subject)
  if (work.kind === 'size') return !/^raw|^find/.test(subject)
  return sideOf(subject) !== undefined || Object.hasOwn(work.peers ?? {}, subject)
}

/** A package that a subject is made of. */
export interface Part {
  name: string
  version: string
}

/** A subject at work. */
export interface Running {
  server: Server
  parts: Part[]
}

/** A subject that is not what it says, such as a `koa` that is the mini. */
export class SubjectError extends Error {
  override name = 'SubjectError'
}

/** Has a subject listen on a free port of the loopback interface. */
export async function start(subject: SubjectId, programs: Programs): Promise<Running> {
  const wanted = subject.endsWith('koa') && !subject.startsWith('raw') ? programs.koaTools : []
  const { tools, parts } = await loadTools(subject, [...FRAMEWORK[subject], ...(wanted ?? [])])
  const server = await serve(subject, programs, tools)
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return { server, parts }
}

async function serve(subject: SubjectId, programs: Programs, tools: Tools): Promise<Server> {
  if (subject === 'raw-express') return createServer(programs.raw.express()).listen(0, HOST)
  if (subject === 'raw-koa') return createServer(programs.raw.koa()).listen(0, HOST)
  const side = sideOf(subject)
  if (side) return programs[side](tools).listen(0, HOST)
  return servePeer(subject, programs, tools)
}

/** Each listens in a way of its own. */
async function servePeer(subject: SubjectId, { peers }: Programs, tools: Tools): Promise<Server> {
  if (peers && subject === 'polka') {
    const app = peers.polka(tools)
    app.listen(0, HOST)
    return app.server as Server
  }
  if (peers && subject === 'tinyhttp') return peers.tinyhttp(tools).listen(0, undefined, HOST)
  if (peers && subject === 'fastify') {
    const app = peers.fastify(tools)
    await app.listen({ port: 0, host: HOST })
    return app.server
  }
  if (peers && subject === 'hono') {
    const { fetch } = peers.hono(tools)
    return tools.serve({ fetch, port: 0, hostname: HOST }) as Server
  }
  throw new SubjectError(`${subject} has no program for this case`)
}

const HOST = '127.0.0.1'

/** What each needs to be there at all. */
const FRAMEWORK: Readonly<Record<SubjectId, readonly (keyof Tools)[]>> = {
  'raw-express': [],
  express: ['express'],
  'mini-express': ['express'],
  'raw-koa': [],
  koa: ['Koa'],
  'mini-koa': ['Koa'],
  polka: ['polka'],
  tinyhttp: ['App'],
  fastify: ['fastify'],
  hono: ['Hono', 'serve'],
  'find-my-way': ['findMyWay'],
}

/** Where the tools come from. */
const PACKAGES: Readonly<Record<keyof Tools, string>> = {
  express: 'express',
  Koa: 'koa',
  Router: '@koa/router',
  koaBody: 'koa-body',
  compose: 'koa-compose',
  mount: 'koa-mount',
  polka: 'polka',
  App: '@tinyhttp/app',
  fastify: 'fastify',
  Hono: 'hono',
  serve: '@hono/node-server',
  findMyWay: 'find-my-way',
}

/** Where those of a mini come from instead. */
const MINI_PACKAGES: Partial<Record<SubjectId, Partial<Record<keyof Tools, string>>>> = {
  'mini-express': { express: '@await-next/mini-express' },
  'mini-koa': {
    Koa: '@await-next/mini-koa',
    Router: '@await-next/mini-koa/router',
    koaBody: '@await-next/mini-koa/body',
    compose: '@await-next/mini-koa',
  },
}

/** The packages that a subject cannot do without. */
export function packagesOf(subject: SubjectId): string[] {
  return FRAMEWORK[subject].map((tool) => packageOf(subject, tool))
}

function packageOf(subject: SubjectId, tool: keyof Tools): string {
  return MINI_PACKAGES[subject]?.[tool] ?? PACKAGES[tool]
}

/** Loads what a program is made of, and proves where it came from. */
export async function loadTools(
  subject: SubjectId,
  wanted: readonly (keyof Tools)[],
): Promise<{ tools: Tools; parts: Part[] }> {
  const tools: Partial<Record<keyof Tools, unknown>> = {}
  const parts: Part[] = []
  for (const tool of wanted) {
    const { file, name, version } = locate(packageOf(subject, tool))
    tools[tool] = exported(await import(pathToFileURL(file).href), tool)
    parts.push({ name, version })
  }
  return { tools: tools as Tools, parts }
}

/** By its name, or as what the module is. */
function exported(module: Record<string, unknown>, tool: keyof Tools): unknown {
  return module[tool] ?? module['default']
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
