/**
 * What a body parser can be told, and what it makes of bodies.
 *
 * @module
 * @upstream koajs/koa-body/src/types.ts
 */
import type { IncomingMessage } from 'node:http'
import type { File, Options as FormidableOptions, Part } from 'formidable'
import type { IParseOptions } from 'qs'
import { z } from 'zod'
import type { Context } from '../types.ts'

/** The methods whose bodies can be parsed. */
export const HttpMethodEnum = {
  POST: 'POST',
  GET: 'GET',
  PUT: 'PUT',
  PATCH: 'PATCH',
  DELETE: 'DELETE',
  HEAD: 'HEAD',
} as const
export type HttpMethodEnum = (typeof HttpMethodEnum)[keyof typeof HttpMethodEnum]

/** One of them. */
export type HttpMethod = HttpMethodEnum

/** What a body can be once it is parsed. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | readonly JsonValue[]
  | { [name: string]: JsonValue }

/** The fields of a form; a list where one came more than once. */
export type ScalarOrArrayFields = { [field: string]: string | string[] }

/** The files of a form; a list where more than one came for a field. */
export type ScalarOrArrayFiles = { [file: string]: File | File[] }

/** What becomes of one body; empty where none was for us. */
export interface ParsedBody {
  body?: JsonValue
  rawBody?: string
  files?: ScalarOrArrayFiles
}

/**
 * Node's request after `patchNode`: `ctx.req as PatchedMessage`. Told here, and not to `node:http`, where every request
 * of every server would seem to have a body.
 */
export type PatchedMessage = IncomingMessage & ParsedBody

/** What formidable can be told, and two of its hooks. */
export type ExtendedFormidableOptions = FormidableOptions & {
  /** Called with a file before it is opened: the time to change its `filepath`. */
  onFileBegin?: ((name: string, file: File) => void) | undefined
  /** Called with each part in the place of formidable, which is `handlePart`. */
  onPart?: ((part: Part, handlePart: (part: Part) => void) => void) | undefined
}

/** Whom bodies are given to, which types are read, and how much of them. */
export interface KoaBodyDirectOptions {
  /** Whether `ctx.req` gets the body. Defaults to `false`. */
  patchNode: boolean
  /** Whether `ctx.request` gets the body. Defaults to `true`. */
  patchKoa: boolean
  /** How many bytes JSON may have, as a number or as in `'1mb'`, which is the default. */
  jsonLimit: string | number
  /** How many bytes a form may have. Defaults to `'56kb'`. */
  formLimit: string | number
  /** How many bytes a text may have. Defaults to `'56kb'`. */
  textLimit: string | number
  /** What text is decoded from, whatever charset the request names. Defaults to `'utf-8'`. */
  encoding: string
  /** Whether forms with files are read. Defaults to `false`. */
  multipart: boolean
  /** Whether forms are read. Defaults to `true`. */
  urlencoded: boolean
  /** Whether text is read. Defaults to `true`. */
  text: boolean
  /** Whether JSON is read. Defaults to `true`. */
  json: boolean
  /** Whether only objects and lists will do as JSON. Defaults to `true`. */
  jsonStrict: boolean
  /** What counts as JSON, as `ctx.is` has it; the others likewise. */
  jsonTypes: string[]
  urlencodedTypes: string[]
  textTypes: string[]
  multipartTypes: string[]
  /** Whether the text of a body is kept as `rawBody`. Defaults to `false`. */
  includeUnparsed: boolean
  /** The methods whose bodies are read. Defaults to POST, PUT and PATCH. */
  parsedMethods: HttpMethod[]
}

/** All that {@link koaBody} can be told. */
export interface KoaBodyMiddlewareOptions extends KoaBodyDirectOptions {
  /**
   * Called in the place of throwing; the stack goes on unless it throws. A method, so that one typed by `@types/koa`
   * fits.
   */
  onError?(err: Error, ctx: Context): void
  /** For formidable, which reads forms with files. */
  formidable?: ExtendedFormidableOptions | undefined
  /** For `qs`, which reads forms. `allowDots` defaults to `true`. */
  queryString?: IParseOptions | undefined
}

/**
 * Checks options and fills in what is missing.
 *
 * @upstream koajs/koa-body/src/types.ts#KoaBodyMiddlewareOptionsSchema
 */
export const KoaBodyMiddlewareOptionsSchema = z.object({
  patchNode: flag(false),
  patchKoa: flag(true),
  jsonLimit: limit('1mb'),
  formLimit: limit('56kb'),
  textLimit: limit('56kb'),
  encoding: z.string().optional().default('utf-8'),
  multipart: flag(false),
  urlencoded: flag(true),
  text: flag(true),
  json: flag(true),
  jsonStrict: flag(true),
  jsonTypes: types(
    'application/json',
    'application/json-patch+json',
    'application/vnd.api+json',
    'application/csp-report',
    'application/reports+json',
  ),
  urlencodedTypes: types('urlencoded'),
  textTypes: types('text/*'),
  multipartTypes: types('multipart'),
  includeUnparsed: flag(false),
  parsedMethods: z.array(z.enum(HttpMethodEnum)).optional().default(['POST', 'PUT', 'PATCH']),
}) satisfies z.ZodType<KoaBodyDirectOptions>

function flag(byDefault: boolean) {
  return z.boolean().optional().default(byDefault)
}

function limit(byDefault: string) {
  return z.union([z.string(), z.number()]).optional().default(byDefault)
}

function types(...byDefault: string[]) {
  return z.array(z.string()).optional().default(byDefault)
}
