/**
 * A middleware that reads the body of a request into `ctx.request.body`: JSON, forms, text, and forms with files.
 *
 * The type of the body decides who reads it; what cannot be read is an error before the handlers are asked.
 *
 * @module
 * @upstream koajs/koa-body/src/index.ts
 * @upstream koajs/koa-body/src/utils/body-type-util.ts
 * @upstream koajs/koa-body/src/utils/patch-util.ts
 * @upstream koajs/koa-body/src/utils/string-method-to-enum-method.ts
 * @counterpart mini-express/src/body/index.ts
 */
import type { Context, Middleware } from '../types.ts'
import { json } from './json.ts'
import { multipart } from './multipart.ts'
import { text } from './text.ts'
import { throwableToError } from './throwable-to-error.ts'
import {
  type HttpMethod,
  type JsonValue,
  type KoaBodyMiddlewareOptions,
  KoaBodyMiddlewareOptionsSchema,
  type ParsedBody,
  type ScalarOrArrayFiles,
} from './types.ts'
import { urlencoded } from './urlencoded.ts'

export * from './types.ts'

declare module '../types.ts' {
  interface Request {
    /** What {@link koaBody} made of the body; missing where there was none, or of none of its types. */
    body?: JsonValue
    /** The body's text as it came in, with `includeUnparsed`. */
    rawBody?: string
    /** The files of a `multipart` body, by the name of their field. */
    files?: ScalarOrArrayFiles
  }
}

/** Who reads what, in the order in which they are asked. A body's options bear the same names. */
const PARSERS = { json, urlencoded, text, multipart }

/**
 * Reads bodies into `ctx.request`, or into `ctx.req`, or both; then the stack goes on. A body of another type is left
 * alone, and so is one that comes with another method.
 *
 * @throws ZodError for an option that cannot be used.
 * @example
 * ```ts
 * app.use(koaBody({ multipart: true, jsonLimit: '5mb' }))
 * app.use((ctx) => { ctx.body = ctx.request.body })
 * ```
 * @upstream koajs/koa-body/src/index.ts#koaBody
 * @counterpart mini-express/src/body/index.ts#bodyParser
 */
export function koaBody(options: Partial<KoaBodyMiddlewareOptions> = {}): Middleware {
  const settings = { ...options, ...KoaBodyMiddlewareOptionsSchema.parse(options) }
  return async function bodyParser(ctx, next) {
    if (isParsedMethod(ctx.method, settings)) {
      try {
        const kind = kindOf(ctx, settings)
        // Where there is nothing to read, the stack goes on in the same turn.
        patch(ctx, kind ? await PARSERS[kind](ctx, settings) : {}, settings)
      } catch (thrown) {
        const err = throwableToError(thrown)
        if (typeof settings.onError !== 'function') throw err
        settings.onError(err, ctx)
      }
    }
    return next()
  }
}

export default koaBody

function isParsedMethod(method: string, { parsedMethods }: KoaBodyMiddlewareOptions): boolean {
  return parsedMethods.includes(method.toUpperCase() as HttpMethod)
}

/** @upstream koajs/koa-body/src/utils/body-type-util.ts */
function kindOf(
  ctx: Context,
  settings: KoaBodyMiddlewareOptions,
): keyof typeof PARSERS | undefined {
  return (['json', 'urlencoded', 'text', 'multipart'] as const).find(
    (kind) => settings[kind] && ctx.is(settings[`${kind}Types`]),
  )
}

/** @upstream koajs/koa-body/src/utils/patch-util.ts#patchNodeAndKoa */
function patch(ctx: Context, body: ParsedBody, settings: KoaBodyMiddlewareOptions): void {
  if (settings.patchNode) Object.assign(ctx.req, body)
  if (settings.patchKoa) Object.assign(ctx.request, body)
}
