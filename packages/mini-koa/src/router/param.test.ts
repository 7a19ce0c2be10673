import { describe, expect, it } from 'vitest'
import { describeRouters, type Fill, mini, upstream } from '../../test/pair.ts'
import type { ParamHandler, RouterMiddleware } from './index.ts'

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
describeRouters('router.param(name, handler)', [
  ['runs before the route', (r) => r.param('a', load('a')).get('/:a', show), { status: 200, body: 'a=1 ' }, '/1'],
  ['runs for routes that are there', (r) => r.get('/:a', show).param('a', load('a')), { status: 200, body: 'a=1 ' }, '/1'],
  ['runs in the order of the path', (r) => r.param('c', load('c')).param('a', load('a')).get('/:a/:b/:c', show).param('b', load('b')), { status: 200, body: 'a=1 b=2 c=3 ' }, '/1/2/3'],
  ['runs several in their order', (r) => r.param('a', load('x')).param('a', load('y')).get('/:a', show), { status: 200, body: 'x=1 y=1 ' }, '/1'],
  ['runs once for a request', (r) => { const a = load('a'); r.param('a', a).get('/:a', (_, next) => next()).get('/:a', show) }, { status: 200, body: 'a=1 ' }, '/1'],
  ['does not run for another param', (r) => r.param('b', load('b')).get('/:a', show), { status: 200, body: 'undefined' }, '/1'],
  ['gets what is decoded', (r) => r.param('a', load('a')).get('/:a', show), { status: 200, body: 'a=a b ' }, '/a%20b'],
  ['may answer', (r) => r.param('a', (_, ctx) => { ctx.body = 'answered' }).get('/:a', show), { status: 200, body: 'answered' }, '/1'],
  ['may fail', (r) => r.param('a', (_, ctx) => ctx.throw(410)).get('/:a', show), 410, '/1'],
  ['runs for a middleware', (r) => r.param('a', load('a')).use('/:a', (_, next) => next()).get('/:a/x', show), { status: 200, body: 'a=1 ' }, '/1/x'],
  ['runs for a prefix', (r) => { r.prefix('/:a'); r.param('a', load('a')).get('/x', show) }, { status: 200, body: 'a=1 ' }, '/1/x'],
  ['runs in a nested router', (r, { Router }) => r.param('a', load('a')).use('/:a', new Router().param('b', load('b')).get('/:b', show).routes()), { status: 200, body: 'a=1 b=2 ' }, '/1/2'],
  ['stays with a nested router', (r, { Router }) => { const inner = new Router(); r.param('a', load('a')).use('/x', inner.routes()); inner.get('/:a', show); Object.assign(r, { routes: () => inner.prefix('/b').routes() }) }, { status: 200, body: 'a=1 ' }, '/b/1'],
  ['is shared by several paths', (r) => r.param('x', load('x')).get(['/a/:x', '/b/:y'], show), 200, '/b/1'],
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
describeRouters('createParameterValidationMiddleware', [
  ['lets pass', digits, { status: 200, body: 'ok' }, '/12'],
  ['refuses', digits, { status: 400, body: 'Invalid value for parameter "id": "x"' }, '/x'],
  ['guards a route', (r, { Router }) => r.get('/:id', Router.createParameterValidationMiddleware('id', /^\d+$/), show), 400, '/x'],
  ['misses a param', (r, { Router }) => r.get('/:other', Router.createParameterValidationMiddleware('id', /./), show), { status: 400, body: 'Missing required parameter "id" in route params' }, '/x'],
  ['hides the message', (r, { Router }) => r.param('id', Router.createParameterValidationMiddleware('id', /\d/, { status: 422, expose: false, message: 'secret' })).get('/:id', show), { status: 422, body: 'Unprocessable Entity' }, '/x'],
  ['says what it is told', (r, { Router }) => r.param('id', Router.createParameterValidationMiddleware('id', /\d/, { message: 'a number, please' })).get('/:id', show), { status: 400, body: 'a number, please' }, '/x'],
])
