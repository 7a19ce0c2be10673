import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { describe, expect, it } from 'vitest'
import { app, pair, tellError } from '../../test/pair.ts'
import type { AnyParams, ParamHandler, RequestHandler } from '../index.ts'
import { mergeParams } from './param.ts'

const params: RequestHandler = (req, res) => res.json(req.params)
const goOn: RequestHandler = (_req, _res, next) => next()

/** Says on the wire that it was called, and goes on. */
const telling: ParamHandler = (_req, res, next, value, name) => {
  res.append('X-Param', `${name}=${value}`)
  next()
}

describeBehaviours('param(name, fn)', pair, [
  {
    name: 'is called for another value, though the first left its route',
    program: app((app) => {
      app.param('id', (_req, res, next, id) => {
        res.append('X-Param', id)
        next(id === 'a' ? 'route' : undefined)
      })
      app.get('/:id/b', params).get('/a/:id', params)
    }),
    requests: [{ target: '/a/b' }],
    expects: [{ body: '{"id":"b"}', headers: { 'x-param': 'a\nb' } }],
  },
  {
    name: 'is called once for several layers with the same value',
    program: app((app) => {
      app.param('id', telling)
      app.use('/:id', goOn).get('/:id', goOn).all('/:id', params)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"id":"7"}', headers: { 'x-param': 'id=7' } }],
  },
  {
    name: 'keeps what it has put in place of the value, for every layer',
    program: app((app) => {
      app.param('id', (req, _res, next, id) => {
        Object.assign(req.params, { id: { number: Number(id) } })
        next()
      })
      app.get('/:id', goOn).get('/:id', params)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"id":{"number":7}}' }],
  },
  {
    name: 'gives each of its functions the value of the path, whatever the one before has made of it',
    program: app((app) => {
      app.param('id', (req, res, next, id) => {
        req.params['id'] = 'changed'
        telling(req, res, next, id, 'first')
      })
      app.param('id', (req, res, next, id) => telling(req, res, next, id, 'second'))
      app.get('/:id', params)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"id":"changed"}', headers: { 'x-param': 'first=7\nsecond=7' } }],
  },
  {
    name: 'is not called for an optional param that is missing, nor for one of another router',
    program: (framework) => {
      const router = framework.Router().get('/:inner', params)
      const app = framework().get('/x{/:id}', params).use('/y', router)
      app.param('id', telling).param('inner', telling)
      return app
    },
    requests: ['/x', '/x/1', '/y/1'].map((target) => ({ target })),
    expects: [
      { body: '{}', headers: { 'x-param': undefined } },
      { headers: { 'x-param': 'id=1' } },
      { headers: { 'x-param': undefined } },
    ],
  },
  {
    name: 'is called for a wildcard with its segments, and for the groups of an expression',
    program: app((app) => {
      app.param('rest', telling).param('0', telling).param('word', telling)
      app.get('/w/*rest', params).get(/^\/e\/(\d)(?<word>\w)$/, params)
    }),
    requests: [{ target: '/w/a/b' }, { target: '/e/1x' }],
    expects: [{ headers: { 'x-param': 'rest=a,b' } }, { headers: { 'x-param': '0=1\nword=x' } }],
  },
  {
    name: 'is not called for what a merging router has from outside',
    program: (framework) => {
      const router = framework.Router({ mergeParams: true }).use(goOn).get('/:inner', params)
      router.param('outer', telling).param('inner', telling)
      return framework().use('/:outer', router)
    },
    requests: [{ target: '/1/2' }],
    expects: [{ body: '{"outer":"1","inner":"2"}', headers: { 'x-param': 'inner=2' } }],
  },
  {
    name: 'is called with an error pending, for the error handlers of a path',
    program: app((app) => {
      app.param('id', telling)
      app.use(() => {
        throw new Error('before')
      })
      app.use('/:id', tellError)
    }),
    requests: [{ target: '/7' }],
    expects: [{ body: '{"caught":"before"}', headers: { 'x-param': 'id=7' } }],
  },
  {
    name: 'has its error stand for every layer with the param; next("route") only for one',
    program: app((app) => {
      let calls = 0
      app.param('bad', (_req, _res, next) => next(new Error(`call ${++calls}`)))
      app.param('skip', (_req, res, next, value) => {
        res.append('X-Skip', value)
        next('route')
      })
      app.use('/bad/:bad', params).get('/bad/:bad', params).use(tellError)
      app.get('/skip/:skip', params).get('/:a/:skip', params).get('/skip/:c', params)
    }),
    requests: [{ target: '/bad/1' }, { target: '/skip/1' }],
    expects: [{ body: '{"caught":"call 1"}' }, { body: '{"c":"1"}' }],
  },
  {
    name: 'goes on twice when it calls next twice',
    program: app((app) => {
      app.param('id', (_req, _res, next) => {
        next()
        next()
      })
      app.get('/:id', (_req, res, next) => {
        res.locals['count'] = (res.locals['count'] ?? 0) + 1
        if (res.locals['count'] === 1) setImmediate(() => next())
        else next()
      })
      app.use((_req, res) => {
        if (!res.headersSent) res.send(`${res.locals['count']}`)
      })
    }),
    requests: [{ target: '/7' }],
    expects: [{ status: 200 }],
  },
])

describeValues('app.param(names, fn)', pair, [
  {
    name: 'adds to the functions of each name',
    compute: (framework) => {
      const app = framework().param(['a', 'b'], telling).param('a', telling)
      return Object.entries(app.router.params).map(([name, fns]) => [name, fns.length])
    },
    expected: [
      ['a', 2],
      ['b', 1],
    ],
  },
])

describe('mergeParams(params as AnyParams, parent as AnyParams | undefined)', () => {
  it.each([
    [{ a: 1 }, undefined, { a: 1 }],
    [{ a: 1 }, { a: 2, b: 3 }, { a: 1, b: 3 }],
    [{ 0: 'own' }, { b: 1 }, { 0: 'own', b: 1 }],
    [{ 0: 'x', 1: 'y' }, { 0: 'p' }, { 0: 'p', 1: 'x', 2: 'y' }],
    [{ 0: 'x' }, { 0: 'p', 1: 'q', n: 1 }, { 0: 'p', 1: 'q', 2: 'x', n: 1 }],
  ])('puts %o on top of %o', (params, parent, merged) => {
    expect(mergeParams(params as AnyParams, parent as AnyParams | undefined)).toEqual(merged)
  })
})
