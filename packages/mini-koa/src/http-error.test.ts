import { createRequire } from 'node:module'
import createHttpError from 'http-errors'
import { expect, it } from 'vitest'
import { Koa } from './index.ts'

const like = (members: object) => Object.assign(new Error('x'), members)

const values: readonly [what: string, isHttpError: boolean, value: unknown][] = [
  ['one of its own', true, createHttpError(404)],
  ['one of another copy', true, like({ expose: true, status: 404, statusCode: 404 })],
  ['an error', false, new Error('x')],
  ['an error with a status', false, like({ expose: true, status: 404 })],
  ['an error with two', false, like({ expose: true, status: 404, statusCode: 500 })],
  ['an error that does not say who may see it', false, like({ status: 404, statusCode: 404 })],
  ['no error', false, { expose: true, status: 404, statusCode: 404 }],
  ['nothing', false, null],
]

/** Whether each of the values is taken for an HTTP error, and for one of a subclass. */
function judged() {
  const { NotFound } = createHttpError
  return values.map(([what, , value]) => [
    what,
    value instanceof Koa.HttpError,
    value instanceof NotFound,
  ])
}

// Koa and ours change the same class of `http-errors`: whoever is loaded last decides for both.
it('instanceof Koa.HttpError knows what it knows in Koa', () => {
  const ours = judged()
  expect(ours.map(([, known]) => known)).toEqual(values.map(([, known]) => known))
  createRequire(import.meta.url)('koa')
  expect(ours).toEqual(judged())
})
