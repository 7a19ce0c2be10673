/** What the compiler knows of handlers, apps and routers; read by `tsc`, not run. */
import compression from 'compression'
import cookieParser from 'cookie-parser'
import { expectTypeOf } from 'expect-type'
import upstream from 'express'
import multer from 'multer'
import passport from 'passport'
import express, {
  type AnyParams,
  type ErrorRequestHandler,
  type FileCallback,
  type ParamHandler,
  provides,
  type Request,
  type RequestHandler,
  type Response,
  type ServeStaticOptions,
} from './index.ts'

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

// A bad path is an error, with a sentence that says what to write instead.
// @ts-expect-error: Unexpected ?: use {…} for an optional part …
app.get('/u/:id?', any)
// @ts-expect-error: the same for a path that a mount has
app.use('/u/:id?', any)
// @ts-expect-error: Missing name after *
app.route('/*')
// @ts-expect-error: and of a router
express.Router().get('/:id(\\d+)', any)

interface User {
  name: string
}

// Locals accumulate along the chain, of an app and of a router.
const authenticate = provides<{ user: User }>((_req, res, next) => {
  res.locals.user = { name: 'tobi' }
  next()
})
express<{ started: number }>()
  .use((_req, res) => expectTypeOf(res.locals.started).toEqualTypeOf<number>())
  .use(authenticate)
  .use((_req, res) => expectTypeOf(res.locals.user).toEqualTypeOf<User>())
  .get('/:id', (req, res) => {
    expectTypeOf(req.params.id).toEqualTypeOf<string>()
    expectTypeOf(res.locals.user.name).toEqualTypeOf<string>()
    expectTypeOf(res.locals.started).toEqualTypeOf<number>()
    // @ts-expect-error: nobody has provided it
    res.locals.session
  })
  .route('/:id')
  .get((_req, res) => expectTypeOf(res.locals.user).toEqualTypeOf<User>())
new express.Router()
  .use(authenticate)
  .get('/', (_req, res) => expectTypeOf(res.locals.user).toEqualTypeOf<User>())
const needsUser: RequestHandler<AnyParams, { user: User }> = (_req, res) => res.locals.user.name
express<{ user: User }>().use(needsUser)
// An app that has said nothing may have one.
express().use(needsUser)
// @ts-expect-error: an app that has said what its locals are has no user
express<{ started: number }>().use(needsUser)

// Handlers, apps and routers that are typed by `@types/express` fit everywhere …
const theirs: upstream.RequestHandler = (req, res) => res.json(req.params)
const theirError: upstream.ErrorRequestHandler = (err, _req, _res, next) => next(err)
const theirId: upstream.RequestHandler<{ id: string }> = (req, res) => res.json(req.params.id)
app.use(compression(), cookieParser()).use('/x', compression())
app.get('/x/:id', cookieParser(), theirs, (req, res) => {
  expectTypeOf(req.params).toEqualTypeOf<{ id: string }>()
  res.json(req.params)
})
// @ts-expect-error: This handler wants params that the path does not have
app.get('/x/:name', theirId, (_req, res) => res.end())
app.use(upstream.static('.'), [compression(), [any]])
app.use(theirs, theirError).get('/:id', theirs, theirError).route('/x').get(theirs)
app.use(upstream()).use('/x', upstream.Router(), [theirs, [theirError]])
express.Router().use(upstream()).use(upstream.Router())
app.get('/:id', theirId)
// @ts-expect-error: This handler wants params that the path does not have
app.get('/:name', theirId)
const theirUser: upstream.RequestHandler<AnyParams, unknown, unknown, unknown, { user: User }> = (
  _req,
  res,
) => void res.locals.user.name
express<{ user: User }>().use(theirUser)
// @ts-expect-error: This handler wants locals that nobody before it provides
express<{ started: number }>().use(theirUser)

// … and ours fit there.
const anyError: ErrorRequestHandler = (err, _req, _res, next) => next(err)
upstream()
  .use(any, anyError)
  .get('/:id', any, anyError)
  .use(express())
  .use('/x', express.Router())
  .use(express.static('.'))
  .use('/x', express.static('.', { maxAge: '1d' }))
upstream.Router().use(any, express(), express.Router())
upstream.Router().param('id', ((_req, _res, next) => next()) satisfies ParamHandler)
const options: ServeStaticOptions = { dotfiles: 'allow', maxAge: 1 }
expectTypeOf(upstream.static('.', options)).toBeFunction()
function asOurs(req: upstream.Request, res: upstream.Response): [Request, Response] {
  return [req, res]
}

// What packages declare in the global namespace `Express` is there.
app.post('/', multer().single('picture'), passport.initialize(), (req) => {
  expectTypeOf(req.file?.size).toEqualTypeOf<number | undefined>()
  expectTypeOf(req.isAuthenticated()).toEqualTypeOf<boolean>()
})

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

export { asOurs }
