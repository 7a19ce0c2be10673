/** What the compiler knows of paths and handlers; read by `tsc`, not run. */
import { expectTypeOf } from 'expect-type'
import express, { type AnyParams, type ParamsOf, type RequestHandler } from './index.ts'

expectTypeOf<keyof ParamsOf<'/'>>().toBeNever()
expectTypeOf<ParamsOf<'/users/:id'>>().toEqualTypeOf<{ id: string }>()
expectTypeOf<ParamsOf<'/:from-:to'>>().toEqualTypeOf<{ from: string; to: string }>()
expectTypeOf<ParamsOf<'/:user@:host'>>().toEqualTypeOf<{ user: string; host: string }>()
expectTypeOf<ParamsOf<'/files/*path'>>().toEqualTypeOf<{ path: string[] }>()
expectTypeOf<ParamsOf<'/*path/:id'>>().toEqualTypeOf<{ path: string[]; id: string }>()
expectTypeOf<ParamsOf<'/a{/:b}'>>().toEqualTypeOf<{ b?: string }>()
expectTypeOf<ParamsOf<'/a{/:b{/:c}}/:d'>>().toEqualTypeOf<{ b?: string; c?: string; d: string }>()
expectTypeOf<ParamsOf<'/:"two words"/x'>>().toEqualTypeOf<{ 'two words': string }>()
expectTypeOf<ParamsOf<'/\\:not/:yes'>>().toEqualTypeOf<{ yes: string }>()
expectTypeOf<ParamsOf<'/:file.:ext'>>().toEqualTypeOf<{ file: string; ext: string }>()
expectTypeOf<ParamsOf<'/:$a_1'>>().toEqualTypeOf<{ $a_1: string }>()
expectTypeOf<ParamsOf<string>>().toEqualTypeOf<AnyParams>()
expectTypeOf<ParamsOf<RegExp>>().toEqualTypeOf<AnyParams>()
expectTypeOf<ParamsOf<['/a', '/b']>>().toEqualTypeOf<AnyParams>()

const app = express()

app.get('/users/:id/*rest', (req, res, next) => {
  expectTypeOf(req.params).toEqualTypeOf<{ id: string; rest: string[] }>()
  res.status(200).set('X', '1').json({})
  next('route')
})

app.route('/r/:id').get((req) => {
  expectTypeOf(req.params.id).toEqualTypeOf<string>()
})

// With one argument `get` reads a setting.
expectTypeOf(app.get('env')).toBeAny()

// @ts-expect-error: the path has no such parameter
app.get('/users/:id', (req) => req.params.name)

// A handler that knows nothing of the path fits any.
const any: RequestHandler = (_req, _res, next) => next()
app
  .get('/x', any)
  .use(any)
  .use('/y', any, [any, [any]])
