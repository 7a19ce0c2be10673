import { describeValues } from '@await-next/oracle/vitest'
import { pair } from '../../test/pair.ts'
import type { NextFunction, Request, RequestHandler, Response, Route } from '../index.ts'

const noop: RequestHandler = () => {}

/** Sends a request that is none through a route, and tells who was called with what. */
async function walk(
  route: Pick<Route, 'dispatch'>,
  method: string,
  mark: unknown[],
): Promise<unknown[]> {
  const req = { method } as Request
  await new Promise<void>((resolve) => {
    route.dispatch(req, {} as Response, (err) => {
      mark.push(`done(${err})`)
      resolve()
    })
  })
  return [...mark, req.route === route]
}

describeValues('new Route(path)', pair, [
  {
    name: 'starts with its path alone',
    compute: ({ Route }) => {
      const { path, stack, methods } = new Route('/foo')
      return [path, stack, Object.keys(methods), Object.getPrototypeOf(methods)]
    },
    expected: ['/foo', [], [], null],
  },
])

describeValues('route._methods()', pair, [
  {
    name: 'lists what was added first, and HEAD for GET',
    compute: ({ Route }) => [
      new Route('/').post(noop).get(noop)._methods(),
      new Route('/').head(noop).get(noop)._methods(),
      new Route('/').all(noop)._methods(),
      new Route('/').all(noop).get(noop)._methods(true),
    ],
    expected: [['POST', 'GET', 'HEAD'], ['HEAD', 'GET'], [], ['*', 'GET', 'HEAD']],
  },
])

describeValues('route._handlesMethod(method)', pair, [
  {
    name: 'answers for its methods, HEAD where there is GET, and everything with all',
    compute: ({ Route }) => {
      const get = new Route('/').get(noop)
      const all = new Route('/').all(noop)
      return [
        ['GET', 'get', 'HEAD', 'POST', 'constructor'].map((method) => get._handlesMethod(method)),
        ['GET', 'ANY', ''].map((method) => all._handlesMethod(method)),
        new Route('/')._handlesMethod(undefined as never),
      ]
    },
    expected: [[true, true, true, false, false], [true, true, true], false],
  },
])

describeValues('route.dispatch(req, res, done)', pair, [
  {
    name: 'is done at once without handlers, and does not claim the request',
    compute: ({ Route }) => walk(new Route('/'), 'GET', []),
    expected: ['done(undefined)', false],
  },
  {
    name: 'calls handlers of the method and of all, in order',
    compute: ({ Route }) => {
      const mark: unknown[] = []
      const marking =
        (name: string): RequestHandler =>
        (_req, _res, next) => {
          mark.push(name)
          next()
        }
      const route = new Route('/')
        .all(marking('all'))
        .get(marking('get'))
        .post(marking('post'))
        .all(marking('after'))
      return walk(route, 'HEAD', mark)
    },
    expected: ['all', 'get', 'after', 'done(undefined)', true],
  },
  {
    name: 'leaves with the error, without one for "route", and with the word for "router"',
    compute: async ({ Route }) => {
      const leaving = (word: unknown) =>
        walk(
          new Route('/').get(
            (_req, _res, next: NextFunction) => next(word),
            () => {
              throw new Error('never')
            },
          ),
          'GET',
          [],
        )
      return [await leaving('route'), await leaving('router'), await leaving('wrong')]
    },
    expected: [
      ['done(undefined)', true],
      ['done(router)', true],
      ['done(wrong)', true],
    ],
  },
  {
    name: 'goes on once more when next is called twice',
    compute: ({ Route }) => {
      const mark: string[] = []
      const route = new Route('/').get(
        (_req, _res, next) => {
          next()
          next()
        },
        () => mark.push('second'),
        () => mark.push('third'),
        () => mark.push('never'),
      )
      route.dispatch({ method: 'GET' } as Request, {} as Response, () => mark.push('done'))
      return mark
    },
    expected: ['second', 'third'],
  },
  {
    name: 'gives the stack a rest after a hundred handlers that go on at once',
    compute: async ({ Route }) => {
      const route = new Route('/')
      const depths: number[] = []
      let depth = 0
      for (let count = 0; count < 250; count++) {
        route.get((_req, _res, next) => {
          depth++
          next()
          depth--
        })
      }
      route.get((_req, _res, next) => {
        depths.push(depth)
        next()
      })
      await walk(route, 'GET', [])
      return depths
    },
    expected: [50],
  },
])
