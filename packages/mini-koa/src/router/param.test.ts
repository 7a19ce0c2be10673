import { describe, expect, it } from 'vitest'
import { type Case, compareRouters, type Library, mini, upstream } from '../../test/compare.ts'
import type { ParamHandler, Router, RouterMiddleware } from './index.ts'

type Fill = (router: Router, library: Library) => unknown

function row(it: string, target: string, router: Fill, shows: Case['shows']) {
  return { it, router, shows, ask: { target } }
}

/** Notes a param and goes on. */
const load =
  (name: string): ParamHandler =>
  async (value, ctx, next) => {
    ctx.state['log'] = `${ctx.state['log'] ?? ''}${name}=${value} `
    await next()
  }

const show: RouterMiddleware = (ctx) => {
  ctx.body = `${ctx.state['log']}`
}

// biome-ignore format: a table
compareRouters('router.param(name, handler)', [
  row('runs before the route', '/1', (r) => r.param('a', load('a')).get('/:a', show), { status: 200, body: 'a=1 ' }),
  row('runs for routes that are there', '/1', (r) => r.get('/:a', show).param('a', load('a')), { status: 200, body: 'a=1 ' }),
  row('runs in the order of the path', '/1/2/3', (r) => r.param('c', load('c')).param('a', load('a')).get('/:a/:b/:c', show).param('b', load('b')), { status: 200, body: 'a=1 b=2 c=3 ' }),
  row('runs several in their order', '/1', (r) => r.param('a', load('x')).param('a', load('y')).get('/:a', show), { status: 200, body: 'x=1 y=1 ' }),
  row('runs once for a request', '/1', (r) => { const a = load('a'); r.param('a', a).get('/:a', (_, next) => next()).get('/:a', show) }, { status: 200, body: 'a=1 ' }),
  row('does not run for another param', '/1', (r) => r.param('b', load('b')).get('/:a', show), { status: 200, body: 'undefined' }),
  row('gets what is decoded', '/a%20b', (r) => r.param('a', load('a')).get('/:a', show), { status: 200, body: 'a=a b ' }),
  row('may answer', '/1', (r) => r.param('a', (_, ctx) => { ctx.body = 'answered' }).get('/:a', show), { status: 200, body: 'answered' }),
  row('may fail', '/1', (r) => r.param('a', (_, ctx) => ctx.throw(410)).get('/:a', show), 410),
  row('runs for a middleware', '/1/x', (r) => r.param('a', load('a')).use('/:a', (_, next) => next()).get('/:a/x', show), { status: 200, body: 'a=1 ' }),
  row('runs for a prefix', '/1/x', (r) => { r.prefix('/:a'); r.param('a', load('a')).get('/x', show) }, { status: 200, body: 'a=1 ' }),
  row('runs in a nested router', '/1/2', (r, { Router }) => r.param('a', load('a')).use('/:a', new Router().param('b', load('b')).get('/:b', show).routes()), { status: 200, body: 'a=1 b=2 ' }),
  row('stays with a nested router', '/b/1', (r, { Router }) => { const inner = new Router(); r.param('a', load('a')).use('/x', inner.routes()); inner.get('/:a', show); Object.assign(r, { routes: () => inner.prefix('/b').routes() }) }, { status: 200, body: 'a=1 ' }),
  row('is shared by several paths', '/b/1', (r) => r.param('x', load('x')).get(['/a/:x', '/b/:y'], show), 200),
])

describe.each([
  ['@koa/router', upstream],
  ['mini-koa/router', mini],
])('createParameterValidationMiddleware of %s', (_, { Router }) => {
  const { createParameterValidationMiddleware: validate } = Router

  it('wants a RegExp', () => {
    expect(() => validate('id', 'x' as never)).toThrow(
      new TypeError('pattern must be a RegExp instance'),
    )
  })

  it('forgets where a global pattern stopped', async () => {
    const check = validate('id', /a/g)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await check('a', {} as never, async () => 'next')).toBe('next')
    }
  })

  it('makes the error that it is told to', async () => {
    const createError = (name: string, value: string) => new Error(`${name}: ${value}`)
    const check = validate('id', /^\d+$/, { createError })
    await expect(check('x', {} as never, async () => {})).rejects.toThrow('id: x')
  })
})

const digits: Fill = (r, { Router }) => {
  r.param('id', Router.createParameterValidationMiddleware('id', /^\d+$/)).get('/:id', (ctx) => {
    ctx.body = 'ok'
  })
}

// biome-ignore format: a table
compareRouters('createParameterValidationMiddleware', [
  row('lets pass', '/12', digits, { status: 200, body: 'ok' }),
  row('refuses', '/x', digits, { status: 400, body: 'Invalid value for parameter "id": "x"' }),
  row('guards a route', '/x', (r, { Router }) => r.get('/:id', Router.createParameterValidationMiddleware('id', /^\d+$/), show), 400),
  row('misses a param', '/x', (r, { Router }) => r.get('/:other', Router.createParameterValidationMiddleware('id', /./), show), { status: 400, body: 'Missing required parameter "id" in route params' }),
  row('hides the message', '/x', (r, { Router }) => r.param('id', Router.createParameterValidationMiddleware('id', /\d/, { status: 422, expose: false, message: 'secret' })).get('/:id', show), { status: 422, body: 'Unprocessable Entity' }),
  row('says what it is told', '/x', (r, { Router }) => r.param('id', Router.createParameterValidationMiddleware('id', /\d/, { message: 'a number, please' })).get('/:id', show), { status: 400, body: 'a number, please' }),
])
