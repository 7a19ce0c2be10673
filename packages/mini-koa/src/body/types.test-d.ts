/**
 * What the compiler knows of bodies. Never run: `tsc` is the test.
 *
 * The types of koa-body itself are not imported: they give every `http.IncomingMessage` of the program a body. What
 * they make of Koa's contexts is written out.
 *
 * @module
 */
import type { IncomingMessage } from 'node:http'
import { expectTypeOf } from 'expect-type'
import type { File } from 'formidable'
import type RealKoa from 'koa'
import { type Context, Koa, type Middleware } from '../index.ts'
import Router from '../router/index.ts'
import koaBody, {
  HttpMethodEnum,
  type JsonValue,
  type KoaBodyMiddlewareOptions,
  type PatchedMessage,
  type ScalarOrArrayFiles,
} from './index.ts'

declare const real: RealKoa

/** A context as koa-body's own types have it. */
type TheirContext = RealKoa.Context & {
  request: { body?: JsonValue; rawBody?: string; files?: ScalarOrArrayFiles }
}

describeRequest()
describeFit()
describeOptions()

function describeRequest(): void {
  new Koa().use(koaBody({ multipart: true })).use((ctx) => {
    expectTypeOf(ctx.request.body).toEqualTypeOf<JsonValue | undefined>()
    expectTypeOf(ctx.request.rawBody).toEqualTypeOf<string | undefined>()
    expectTypeOf(ctx.request.files?.['avatar']).toEqualTypeOf<File | File[] | undefined>()
    // @ts-expect-error nobody knows what the client has sent
    ctx.request.body.name
    // @ts-expect-error the message is Node's, and has none
    ctx.req.body
    expectTypeOf((ctx.req as PatchedMessage).body).toEqualTypeOf<JsonValue | undefined>()
  })
  new Router().post('/users/:id', koaBody(), (ctx) => {
    expectTypeOf(ctx.request.body).toEqualTypeOf<JsonValue | undefined>()
    expectTypeOf(ctx.params.id).toEqualTypeOf<string>()
  })
  expectTypeOf<IncomingMessage>().not.toHaveProperty('body')
}

function describeFit(): void {
  // Handlers that know koa-body …
  const theirs = (ctx: TheirContext) => {
    ctx.body = [ctx.request.body, ctx.request.files?.['f'], ctx.request.rawBody]
  }
  new Koa().use(koaBody()).use(theirs)
  new Router().post('/', koaBody(), theirs)

  // … and the other way round.
  const ours: Middleware = (ctx) => {
    ctx.body = ctx.request.body
  }
  real.use(koaBody()).use(ours)
  const theirContext = {} as TheirContext
  expectTypeOf(theirContext).toExtend<Context>()
}

function describeOptions(): void {
  koaBody()
  koaBody({ parsedMethods: [HttpMethodEnum.POST, 'DELETE'], jsonLimit: 100, textLimit: '1kb' })
  koaBody({ queryString: { depth: 3 }, formidable: { maxFiles: 1, onFileBegin: note } })
  koaBody({
    formidable: { onPart: (part, handlePart) => (part.name ? handlePart(part) : undefined) },
  })
  koaBody({
    onError(err, ctx) {
      expectTypeOf(err).toEqualTypeOf<Error>()
      ctx.throw(422, err.message)
    },
  })
  // One that is typed by @types/koa.
  const onError = (err: Error, ctx: RealKoa.Context) => ctx.throw(422, err.message)
  koaBody({ onError })
  expectTypeOf<keyof KoaBodyMiddlewareOptions>().toExtend<string>()

  // @ts-expect-error no method with a body
  koaBody({ parsedMethods: ['OPTIONS'] })
  // @ts-expect-error a flag is no text
  koaBody({ multipart: 'yes' })
  // @ts-expect-error strict mode has become parsedMethods
  koaBody({ strict: true })
}

function note(name: string, file: File): void {
  file.filepath = name
}
