/**
 * What the compiler knows of apps and contexts. Never run: `tsc` is the test.
 *
 * @module
 */
import { expectTypeOf } from 'expect-type'
import type RealKoa from 'koa'
import {
  type Context,
  Koa,
  type Middleware,
  type Next,
  type ParameterizedContext,
  provides,
} from './index.ts'

interface User {
  name: string
}

declare const real: RealKoa
const app = new Koa()

describeState()
describeFit()
describeNamespace()

function describeState(): void {
  app.use((ctx, next) => {
    expectTypeOf(ctx).toEqualTypeOf<Context & object>()
    expectTypeOf(next).toEqualTypeOf<Next>()
    // An untyped state is open, as in Koa.
    ctx.state['anything'] = 1
  })

  // State accumulates along the chain.
  new Koa<{ started: number }>()
    .use((ctx) => expectTypeOf(ctx.state).toEqualTypeOf<{ started: number }>())
    .use(
      provides<{ user: User }>((ctx) => {
        ctx.state.user = { name: 'tobi' }
      }),
    )
    .use((ctx) => {
      expectTypeOf(ctx.state.user).toEqualTypeOf<User>()
      expectTypeOf(ctx.state.started).toEqualTypeOf<number>()
      // @ts-expect-error nobody has provided it
      ctx.state.session
    })
    .use(async (ctx, next) => {
      expectTypeOf(ctx.state.user.name).toEqualTypeOf<string>()
      await next()
    })

  new Koa().use(provides<{ user: User }>(() => {})).use((ctx) => {
    expectTypeOf(ctx.state.user).toEqualTypeOf<User>()
  })

  const needsUser = (ctx: Context<{ user: User }>) => ctx.state.user.name
  new Koa<{ user: User }>().use(needsUser)
  // @ts-expect-error an app that has said what its state is has no user
  new Koa<{ started: number }>().use(needsUser)
  // An app that has said nothing may have one.
  new Koa().use(needsUser)

  // What is added to app.context has a type too.
  const custom = new Koa<object, { db: { find(id: string): User } }>()
  custom.context.db = { find: (name) => ({ name }) }
  custom.use((ctx) => expectTypeOf(ctx.db.find('1')).toEqualTypeOf<User>())
}

function describeFit(): void {
  // Typed by @types/koa, run by us …
  const theirs: RealKoa.Middleware = async (ctx, next) => {
    ctx.body = ctx.request.length
    await next()
  }
  const theirsWithState: RealKoa.Middleware<{ user: User }> = (ctx) => void ctx.state.user.name
  app.use(theirs)
  new Koa<{ user: User }>().use(theirsWithState)
  // @ts-expect-error their state is checked as well
  new Koa<{ started: number }>().use(theirsWithState)

  // … and the other way round.
  const ours: Middleware = async (ctx: Context, next: Next) => {
    ctx.body = ctx.request.get('x') + String(ctx.response.length) + ctx.app.env
    await next()
  }
  real.use(ours)
  real.use((ctx) => {
    const fits: Context = ctx
    fits.body = fits.path
  })

  // @ts-expect-error no middleware
  app.use('middleware')
  app.use((ctx) => {
    // @ts-expect-error a status is a number
    ctx.status = '200'
  })
}

function describeNamespace(): void {
  expectTypeOf<Koa.Context>().toEqualTypeOf<Context>()
  expectTypeOf<Koa.Middleware<{ user: User }>>().toEqualTypeOf<Middleware<{ user: User }>>()
  expectTypeOf<Koa.ParameterizedContext<User>>().toEqualTypeOf<ParameterizedContext<User>>()
}
