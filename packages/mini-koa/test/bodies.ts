/**
 * Requests with bodies, and apps that show what became of them.
 *
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import type { RequestSpec } from '@await-next/oracle'
import { describeBehaviours, type Expectation } from '@await-next/oracle/vitest'
import type { File } from 'formidable'
import { afterAll } from 'vitest'
import type {
  ExtendedFormidableOptions,
  KoaBodyMiddlewareOptions,
  PatchedMessage,
} from '../src/body/index.ts'
import type { Context, Middleware } from '../src/index.ts'
import { bodyPair, type Library } from './pair.ts'

/** What the parser is told; a middleware may stand before it. */
export type Options = Partial<KoaBodyMiddlewareOptions> & { before?: Middleware }

/** A row of a table: a sentence, options, what upstream shows (a number is a status), what is asked. */
export type Row = readonly [
  it: string,
  options: Options,
  shows: number | Expectation,
  ask: RequestSpec,
]

/** A table of parsers. */
export function describeBodies(member: string, rows: readonly Row[]): void {
  describeBehaviours(
    member,
    bodyPair,
    rows.map(([name, options, shows, ask]) => ({
      name,
      program: showing(options),
      requests: [ask],
      expects: [typeof shows === 'number' ? { status: shows } : shows],
    })),
  )
}

/** An app that answers with all that the parser has made, as Node prints it, or with all that can be told of an error. */
export function showing({ before = (_ctx, next) => next(), ...options }: Options) {
  return ({ Koa, koaBody }: Library) => {
    const app = new Koa()
    app.silent = true
    return app.use(showError).use(before).use(koaBody(options)).use(showBody)
  }
}

/** What is shown of a body. */
export const shown = (body: unknown, more: object = {}): string =>
  inspect({ request: { body, ...more }, req: {} }, { depth: null })

const showBody: Middleware = async (ctx) => {
  const made = { request: await madeOf(ctx.request), req: await madeOf(ctx.req as PatchedMessage) }
  ctx.body = inspect(made, { depth: null, maxArrayLength: 200 })
  for (const file of filesOf(ctx)) await unlink(file.filepath).catch(() => {})
}

const showError: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (thrown) {
    const err = thrown as Error & { status?: number }
    const { name, message, stack, status = 500 } = err
    ctx.status = status
    const told = { name, message, stack: typeof stack, keys: Object.keys(err) }
    ctx.body = Object.assign(told, err)
  }
}

/** Only what is there, in the order in which it came to be. */
async function madeOf(place: { files?: Record<string, File | File[]> }): Promise<object> {
  const made: Record<string, unknown> = {}
  for (const name of Object.keys(place).filter((name) => MADE.includes(name))) {
    const value = place[name as 'files']
    made[name] = name === 'files' && value ? await tellFiles(value) : value
  }
  return made
}

const MADE = ['body', 'rawBody', 'files']

/** Files are complete when the disk says so: the order in which they come is not told. */
async function tellFiles(files: Record<string, File | File[]>): Promise<object> {
  const told: [string, object][] = []
  for (const [field, value] of Object.entries(files)) {
    if (!Array.isArray(value)) told.push([field, await tellFile(value)])
    else told.push([field, (await Promise.all(value.map(tellFile))).sort(byText)])
  }
  return Object.fromEntries(told.sort(byText))
}

async function tellFile(file: File): Promise<object> {
  const { mtime, newFilename, ...json } = file.toJSON()
  const { filepath } = file
  return {
    ...json,
    filepath: path.basename(filepath).replace(newFilename, 'NEW'),
    kind: file.constructor.name,
    text: file.toString().split(newFilename).join('NEW').split(path.dirname(filepath)).join('…'),
    modified: mtime instanceof Date,
    random: path.basename(newFilename, path.extname(newFilename)).length,
    extension: path.extname(newFilename),
    content: await readFile(filepath, 'latin1').catch((err) => err.code),
  }
}

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

function filesOf(ctx: Context): File[] {
  return Object.values(ctx.request.files ?? {}).flat()
}

/** A request with a body of that type. */
export function post(
  type: string | undefined,
  body: RequestSpec['body'],
  headers: [string, string][] = [],
): RequestSpec {
  const typed: [string, string][] = type === undefined ? [] : [['Content-Type', type]]
  return { method: 'POST', headers: [...typed, ...headers], body: body as string }
}

/** What stands between parts. */
export const BOUNDARY = '----of-a-test'

/** A form of parts, complete. */
export function form(...parts: (string | Buffer)[]): RequestSpec {
  return post(`multipart/form-data; boundary=${BOUNDARY}`, whole(...parts))
}

/** The bytes of a form. */
export function whole(...parts: (string | Buffer)[]): Buffer {
  return Buffer.concat([...parts, `--${BOUNDARY}--\r\n`].map((part) => Buffer.from(part as string)))
}

/** One part of a form: a field, with any headers of its own. */
export function field(name: string, value: string | Buffer, headers: string[] = []): Buffer {
  return part([`Content-Disposition: form-data; name="${name}"`, ...headers], value)
}

/** One part of a form: a file. */
export function file(
  name: string,
  filename: string,
  content: string | Buffer,
  type: string | null = 'text/plain',
): Buffer {
  const typed = type === null ? [] : [`Content-Type: ${type}`]
  return part(
    [`Content-Disposition: form-data; name="${name}"; filename="${filename}"`, ...typed],
    content,
  )
}

/** One part of a form, head and body. */
export function part(headers: string[], content: string | Buffer): Buffer {
  const head = [`--${BOUNDARY}`, ...headers, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from('\r\n')])
}

/** A folder for uploads, as long as the tests of the file run. */
export function uploadFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'await-next-uploads-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Options for forms with files. */
export function multipart(formidable: ExtendedFormidableOptions = {}): Options {
  return { multipart: true, formidable }
}
