import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { mini, upstream } from '../test/pair.ts'
import * as exported from './index.ts'
import * as router from './router/index.ts'

const require = createRequire(import.meta.url)

describe('the oracle', () => {
  it.each([
    ['koa', '3.3.0'],
    ['koa-compose', '4.2.0'],
    ['@koa/router', '15.7.0'],
  ])('asks the installed %s %s', (name, version) => {
    const file = require.resolve(name)
    const folder = file.slice(0, file.lastIndexOf(`node_modules/${name}/`))
    expect(require(`${folder}node_modules/${name}/package.json`).version).toBe(version)
  })

  it('asks something else than ours', () => {
    expect(upstream.Koa).not.toBe(mini.Koa)
    expect(upstream.Router).not.toBe(mini.Router)
    expect(upstream.compose).not.toBe(mini.compose)
  })
})

describe('the module', () => {
  it('is the class by every name, for import and for require', () => {
    const { Koa } = exported
    expect({ ...exported }).toMatchObject({
      default: Koa,
      Application: Koa,
      'module.exports': Koa,
    })
    expect(Koa.default).toBe(Koa)
  })

  it('has the error helpers of http-errors, on the class too', () => {
    const { Koa, createHttpError, HttpError, isHttpError } = exported
    expect([Koa.createHttpError, Koa.HttpError, Koa.isHttpError]).toEqual([
      createHttpError,
      HttpError,
      isHttpError,
    ])
    expect(isHttpError(createHttpError(404))).toBe(true)
  })

  it.each([
    ['another copy of http-errors', true, { status: 418, statusCode: 418, expose: true }],
    ['an error without expose', false, { status: 418, statusCode: 418 }],
    ['an error with two statuses', false, { status: 418, statusCode: 500, expose: true }],
    ['an error without a status', false, { expose: true }],
  ])('takes the error of %s for an HttpError: %s', (_, expected, properties) => {
    const err = Object.assign(new Error('teapot'), properties)
    expect(err instanceof upstream.Koa.HttpError).toBe(expected)
    expect(err instanceof exported.HttpError).toBe(expected)
    expect(Object(properties) instanceof exported.HttpError).toBe(false)
  })

  it('has the router by every name, for import and for require', () => {
    const { Router } = router
    expect({ ...router }).toMatchObject({ default: Router, 'module.exports': Router })
    for (const theirs of Object.keys(require('@koa/router'))) expect(Router).toHaveProperty(theirs)
    expect(Router.Router).toBe(Router)
    expect(Router.default).toBe(Router)
  })
})
