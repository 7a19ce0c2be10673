/**
 * What the compiler knows of paths and their params. Never run: `tsc` is the test.
 *
 * @module
 */
import type RealRouter from '@koa/router'
import type { RouterMiddleware as RealMiddleware } from '@koa/router'
import { expectTypeOf } from 'expect-type'
import { Koa, provides } from '../index.ts'
import { type ParamsOf, type PathError, Router, type RouterMiddleware } from './index.ts'

type None = Record<never, never>

function describeParamsOf(): void {
  expectTypeOf<ParamsOf<'/'>>().toEqualTypeOf<None>()
  expectTypeOf<ParamsOf<'/users'>>().toEqualTypeOf<None>()
  expectTypeOf<ParamsOf<'/users/:id'>>().toEqualTypeOf<{ id: string }>()
  expectTypeOf<ParamsOf<'/:from-:to'>>().toEqualTypeOf<{ from: string; to: string }>()
  expectTypeOf<ParamsOf<'/:user@:host'>>().toEqualTypeOf<{ user: string; host: string }>()
  expectTypeOf<ParamsOf<'/:file.:ext'>>().toEqualTypeOf<{ file: string; ext: string }>()
  expectTypeOf<ParamsOf<'/files/*path'>>().toEqualTypeOf<{ path: string }>()
  expectTypeOf<ParamsOf<'/*path/:id'>>().toEqualTypeOf<{ path: string; id: string }>()
  expectTypeOf<ParamsOf<'/a{/:b}'>>().toEqualTypeOf<{ b?: string }>()
  expectTypeOf<ParamsOf<'/a{/:b{/:c}}/:d'>>().toEqualTypeOf<{ b?: string; c?: string; d: string }>()
  expectTypeOf<ParamsOf<'/:"with space"/x'>>().toEqualTypeOf<{ 'with space': string }>()
  expectTypeOf<ParamsOf<'/:"a\\"b"'>>().toEqualTypeOf<{ 'a"b': string }>()
  expectTypeOf<ParamsOf<'/\\:no/:yes'>>().toEqualTypeOf<{ yes: string }>()
  expectTypeOf<ParamsOf<'/:$x/:_y/:z1'>>().toEqualTypeOf<{ $x: string; _y: string; z1: string }>()
  expectTypeOf<ParamsOf<'/:straße'>>().toEqualTypeOf<{ straße: string }>()
  expectTypeOf<ParamsOf<string>>().toEqualTypeOf<Record<string, string>>()
}

function describePathError(): void {
  expectTypeOf<PathError<'/users/:id'>>().toEqualTypeOf<never>()
  expectTypeOf<PathError<'/a\\?b'>>().toEqualTypeOf<never>()
  expectTypeOf<
    PathError<'/u/:id?'>
  >().toEqualTypeOf<'Unexpected ?: use {…} for an optional part, or \\? for the character'>()
  expectTypeOf<PathError<'/:id(\\d+)'>>().toEqualTypeOf<'Unexpected (: use \\( for the character'>()
  expectTypeOf<PathError<'/:'>>().toEqualTypeOf<'Missing name after :'>()
  expectTypeOf<PathError<'/*'>>().toEqualTypeOf<'Missing name after *'>()
  expectTypeOf<PathError<string>>().toEqualTypeOf<never>()
}

function describeRouter(path: string): void {
  const router = new Router()
  router
    .get('/users/:id', (ctx) => {
      expectTypeOf(ctx.params).toEqualTypeOf<{ id: string }>()
      // @ts-expect-error the path has no such param
      ctx.params.name
    })
    .post('named', '/a{/:b}', (ctx, next) => {
      expectTypeOf(ctx.params.b).toEqualTypeOf<string | undefined>()
      return next()
    })
    .put(/x/, (ctx) => expectTypeOf(ctx.params).toEqualTypeOf<Record<string, string>>())
    .del(['/a', '/b'], (ctx) => expectTypeOf(ctx.params).toEqualTypeOf<Record<string, string>>())
    .all(path, (ctx) => expectTypeOf(ctx.params).toEqualTypeOf<Record<string, string>>())
    .use('/:section', (ctx) => expectTypeOf(ctx.params.section).toEqualTypeOf<string>())
  // @ts-expect-error says what to write instead
  router.get('/u/:id?', () => {})

  // A prefix has params as well, given either way.
  new Router({ prefix: '/:org' }).get('/:id', (ctx) => {
    expectTypeOf(ctx.params).toEqualTypeOf<{ org: string; id: string }>()
  })
  new Router().prefix('/:org').get('/:id', (ctx) => {
    expectTypeOf(ctx.params).toEqualTypeOf<{ org: string; id: string }>()
  })
  new Router<{ user: string }>({ prefix: '/:org' }).get('/:id', (ctx) => {
    expectTypeOf(ctx.state.user).toEqualTypeOf<string>()
  })
}

function describeState(): void {
  const router = new Router<{ started: number }>()
    .use(provides<{ user: { name: string } }>(() => {}))
    .get('/', (ctx) => expectTypeOf(ctx.state.user.name).toEqualTypeOf<string>())
  new Koa<{ started: number; user: { name: string } }>().use(router.routes())
  new Koa().use(new Router().routes()).use(new Router().allowedMethods())
  new Router().use('/below', new Router().routes())
}

function describeFit(real: RealRouter): void {
  const theirs: RealMiddleware = (ctx) => {
    ctx.body = ctx.params['id']
  }
  new Router().get('/:id', theirs).use(theirs)
  const ours: RouterMiddleware = (ctx) => {
    ctx.body = ctx.params['id']
  }
  real.get('/:id', ours)

  // Both in one route; of each of theirs the state is checked.
  const needsUser: RealMiddleware<{ user: string }> = (ctx) => void ctx.state.user
  new Router().get('/:id', ours, theirs)
  new Router<{ user: string }>().get('/:id', ours, theirs, needsUser)
  // @ts-expect-error the state has no user
  new Router<{ started: number }>().get('/:id', ours, theirs, needsUser)
}

export { describeFit, describeParamsOf, describePathError, describeRouter, describeState }
