/** What the compiler knows of paths and handlers; read by `tsc`, not run. */
import compression from 'compression'
import cookieParser from 'cookie-parser'
import { expectTypeOf } from 'expect-type'
import upstream from 'express'
import express, {
  type AnyParams,
  type FileCallback,
  type ParamsOf,
  type RequestHandler,
  type ServeStaticOptions,
} from './index.ts'

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

// Middleware of other packages is typed by `@types/express`; it fits everywhere.
app.use(compression(), cookieParser()).use('/x', compression())
app.get('/x', cookieParser(), (req, res) => {
  res.json(req.params)
})
app.use(upstream.static('.'), [compression(), [any]])

// And ours fits there.
upstream()
  .use(express.static('.'))
  .use('/x', express.static('.', { maxAge: '1d' }))
const options: ServeStaticOptions = { dotfiles: 'allow', maxAge: 1 }
expectTypeOf(upstream.static('.', options)).toBeFunction()

app.get('/file', (_req, res) => {
  const done: FileCallback = (err) => err?.code
  expectTypeOf(res.sendFile('/x', { root: '.', headers: { a: 1 } }, done)).toBeVoid()
  res.sendFile('/x', done)
  res.download('/x', 'y', { maxAge: 1 }, done)
  res.download('/x', { root: '.' }, done)
  // @ts-expect-error: dotfiles are one of three words
  res.sendFile('/x', { dotfiles: 'maybe' })
  res.render('view', (err, text) => {
    expectTypeOf(err).toBeAny()
    expectTypeOf(text).toEqualTypeOf<string | undefined>()
  })
})
