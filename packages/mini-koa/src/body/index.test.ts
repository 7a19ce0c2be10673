import { createRequire } from 'node:module'
import { describeValues, type Pair } from '@await-next/oracle/vitest'
import { describeBodies, field, form, post, shown } from '../../test/bodies.ts'
import { bodyPair, describePrograms } from '../../test/pair.ts'
import type { Context } from '../types.ts'
import * as ours from './index.ts'
import { throwableToError } from './throwable-to-error.ts'

const require = createRequire(import.meta.url)

/** All that the module exports, for import and for require. */
const modules: Pair<typeof ours> = {
  ...bodyPair,
  frameworks: { upstream: require('koa-body'), mini: ours },
}

const OPTIONS = {
  patchNode: false,
  patchKoa: true,
  jsonLimit: '1mb',
  formLimit: '56kb',
  textLimit: '56kb',
  encoding: 'utf-8',
  multipart: false,
  urlencoded: true,
  text: true,
  json: true,
  jsonStrict: true,
  jsonTypes: [
    'application/json',
    'application/json-patch+json',
    'application/vnd.api+json',
    'application/csp-report',
    'application/reports+json',
  ],
  urlencodedTypes: ['urlencoded'],
  textTypes: ['text/*'],
  multipartTypes: ['multipart'],
  includeUnparsed: false,
  parsedMethods: ['POST', 'PUT', 'PATCH'],
}

const NAMES = ['HttpMethodEnum', 'KoaBodyMiddlewareOptionsSchema', 'default', 'koaBody']

describeValues('the module', modules, [
  { name: 'has four exports', compute: (module) => Object.keys(module).sort(), expected: NAMES },
  {
    name: 'is koaBody by default',
    compute: (module) => [
      module.default === module.koaBody,
      module.koaBody.name,
      module.koaBody.length,
    ],
    expected: [true, 'koaBody', 0],
  },
  {
    name: 'tells the methods',
    compute: ({ HttpMethodEnum }) => Object.entries(HttpMethodEnum),
    expected: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((name) => [name, name]),
  },
  {
    name: 'knows all options and what they are by default',
    compute: ({ KoaBodyMiddlewareOptionsSchema: schema }) => [
      Object.entries(schema.parse({})),
      Object.keys(schema.shape),
    ],
    expected: [Object.entries(OPTIONS), Object.keys(OPTIONS)],
  },
  {
    name: 'drops what the schema does not know',
    compute: ({ KoaBodyMiddlewareOptionsSchema: schema }) => schema.parse({ onError() {}, own: 1 }),
    expected: OPTIONS,
  },
  {
    name: 'makes a middleware of two arguments',
    compute: ({ koaBody }) => [typeof koaBody(), koaBody().length],
    expected: ['function', 2],
  },
])

/** Options that are refused, and what upstream says of the first thing that is wrong with them. */
const REFUSED: Record<string, [options: unknown, says: RegExp]> = {
  'null for options': [null, /expected object, received null/],
  'a text for options': ['json', /expected object, received string/],
  'a text for a flag': [{ multipart: 'yes' }, /expected boolean, received string/],
  'null for a flag': [{ patchNode: null }, /expected boolean, received null/],
  'a number for a flag': [{ json: 1 }, /expected boolean, received number/],
  'a flag for a limit': [{ jsonLimit: true }, /Invalid input/],
  'no number for a limit': [{ formLimit: Number.NaN }, /Invalid input/],
  'a list for a limit': [{ textLimit: ['1mb'] }, /Invalid input/],
  'a number for an encoding': [{ encoding: 8 }, /expected string, received number/],
  'a text for types': [{ jsonTypes: 'application/json' }, /expected array, received string/],
  'a number among types': [{ textTypes: ['text/plain', 1] }, /expected string, received number/],
  'a method that has no body': [{ parsedMethods: ['OPTIONS'] }, /Invalid option: expected one of/],
  'a method in small letters': [{ parsedMethods: ['post'] }, /Invalid option: expected one of/],
  'a method for methods': [{ parsedMethods: 'POST' }, /expected array, received string/],
  'more than one thing': [
    { text: 0, encoding: 1, jsonTypes: {} },
    /expected string.+expected boolean.+expected array/s,
  ],
}

/** What may be given all the same. */
const TAKEN: Record<string, unknown> = {
  nothing: undefined,
  'no options': {},
  'undefined for each': Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, undefined])),
  'an option that nobody knows': { bogus: 1, strict: true },
  'a number below zero for a limit': { jsonLimit: -1 },
  'no types': { jsonTypes: [], textTypes: [], urlencodedTypes: [], multipartTypes: [] },
  'no methods': { parsedMethods: [] },
  'an onError that is none': { onError: 'log' },
  'a formidable that is none': { formidable: 1, queryString: 2 },
}

describeValues('koaBody(options)', modules, [
  ...Object.entries(REFUSED).map(([name, [options, says]]) => ({
    name: `refuses ${name}`,
    compute: ({ koaBody }: typeof ours) => {
      const thrown = thrownBy(() => koaBody(options as ours.KoaBodyMiddlewareOptions))
      return [thrown, says.test(thrown)]
    },
    expected: [thrownBy(() => modules.frameworks.upstream.koaBody(options as never)), true],
  })),
  {
    name: 'goes on in the same turn where there is nothing to read',
    compute: ({ koaBody }: typeof ours) => {
      let hasGoneOn = false
      const ctx = { method: 'POST', is: () => false, request: {}, req: {} } as unknown as Context
      void koaBody()(ctx, async () => {
        hasGoneOn = true
      })
      return hasGoneOn
    },
    expected: true,
  },
  ...Object.entries(TAKEN).map(([name, options]) => ({
    name: `takes ${name}`,
    compute: ({ koaBody }: typeof ours) =>
      thrownBy(() => koaBody(options as ours.KoaBodyMiddlewareOptions)),
    expected: 'function',
  })),
])

function thrownBy(act: () => unknown): string {
  try {
    return typeof act()
  } catch (err) {
    return String(err) + (err as { name: string }).name
  }
}

const NOTHING = '{ request: {}, req: {} }'
const asked = (method: string, more = {}) => ({ ...post('text/plain', 'a'), method, ...more })

// biome-ignore format: a table
describeBodies('koaBody({ parsedMethods })', [
  ...['POST', 'PUT', 'PATCH'].map((method) => [`reads ${method}`, {}, { body: shown('a') }, asked(method)] as const),
  ...['GET', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => [`leaves ${method} alone`, {}, { body: NOTHING }, asked(method)] as const),
  ['leaves HEAD alone', {}, { status: 200, body: '', headers: { 'content-length': '24' } }, asked('HEAD')],
  ['reads other methods', { parsedMethods: ['GET', 'DELETE'] }, { body: shown('a') }, asked('GET')],
  ['reads HEAD', { parsedMethods: ['HEAD'] }, { status: 200, body: '' }, asked('HEAD')],
  ['then leaves POST alone', { parsedMethods: ['GET', 'DELETE'] }, { body: NOTHING }, asked('POST')],
  ['reads none', { parsedMethods: [] }, { body: NOTHING }, asked('POST')],
  ['takes the method in small letters', { before: (ctx, next) => { ctx.method = 'put'; return next() } }, { body: shown('a') }, asked('GET')],
  ['reads no GET without a body', { parsedMethods: ['GET'] }, { body: NOTHING }, { headers: [['Content-Type', 'text/plain']] }],
])

// biome-ignore format: a table
describeBodies('koaBody() and types', [
  ['leaves what has no type', {}, { body: NOTHING }, post(undefined, '{}')],
  ['leaves what has a type of no text', {}, { body: NOTHING }, post('', '{}')],
  ['leaves what has no sensible type', {}, { body: NOTHING }, post('nonsense', '{}')],
  ['leaves bytes', {}, { body: NOTHING }, post('application/octet-stream', '{}')],
  ['leaves an image', { multipart: true }, { body: NOTHING }, post('image/png', 'png')],
  ['leaves forms with files', {}, { body: NOTHING }, form(field('a', '1'))],
  ['leaves all when all is off', { json: false, urlencoded: false, text: false, multipart: false }, { body: NOTHING }, post('application/json', '{}')],
  ['reads JSON before a form before a text', { jsonTypes: ['*/*'], urlencodedTypes: ['*/*'], textTypes: ['*/*'] }, { body: shown({ a: 1 }) }, post('text/plain', '{"a":1}')],
  ['reads a form before a text', { urlencodedTypes: ['*/*'], textTypes: ['*/*'] }, { body: shown({ a: '1' }) }, post('text/plain', 'a=1')],
])

// biome-ignore format: a table
describeBodies('koaBody({ patchNode, patchKoa })', [
  ['give both the body', { patchNode: true }, { body: '{ request: { body: { a: 1 } }, req: { body: { a: 1 } } }' }, post('application/json', '{"a":1}')],
  ['give Node the body', { patchNode: true, patchKoa: false }, { body: '{ request: {}, req: { body: { a: 1 } } }' }, post('application/json', '{"a":1}')],
  ['give nobody the body', { patchKoa: false }, { body: NOTHING }, post('application/json', '{"a":1}')],
  ['read it all the same', { patchKoa: false }, 400, post('application/json', '{')],
  ['give both the text', { patchNode: true, includeUnparsed: true }, { body: `{\n  request: { body: 'a', rawBody: 'a' },\n  req: { body: 'a', rawBody: 'a' }\n}` }, post('text/plain', 'a')],
  ['give both the files', { patchNode: true, multipart: true }, { body: "{\n  request: { body: { a: '1' }, files: {} },\n  req: { body: { a: '1' }, files: {} }\n}" }, form(field('a', '1'))],
])
const noted: ours.KoaBodyMiddlewareOptions['onError'] = (err, ctx) => {
  ctx.set('X-Error', `${err.name} ${(err as Error & { status?: number }).status}`)
}

// biome-ignore format: a table
describeBodies('koaBody({ onError })', [
  ['hears of what is malformed, and the stack goes on', { onError: noted }, { status: 200, body: NOTHING, headers: { 'x-error': 'SyntaxError 400' } }, post('application/json', '{')],
  ['hears of what is too large', { onError: noted, textLimit: 1 }, { status: 200, headers: { 'x-error': 'PayloadTooLargeError 413' } }, post('text/plain', 'aa')],
  ['hears of a coding that nobody knows', { onError: noted }, { status: 200, headers: { 'x-error': 'Error 415' } }, post('text/plain', 'a', [['Content-Encoding', 'x']])],
  ['hears of a form that breaks off', { onError: noted, multipart: true }, { status: 200, headers: { 'x-error': 'Error undefined' } }, post('multipart/form-data; boundary=b', '--b\r\nX')],
  ['hears of what is no error', { onError: noted, queryString: { decoder() { throw { a: 1 } } } }, { status: 200, headers: { 'x-error': 'object undefined' } }, post('application/x-www-form-urlencoded', 'a=b')],
  ['hears nothing of what is well', { onError: noted }, { status: 200, body: shown('a'), headers: { 'x-error': undefined } }, post('text/plain', 'a')],
  ['may throw another', { onError() { throw Object.assign(new RangeError('mine'), { status: 422 }) } }, { status: 422, body: /"name":"RangeError","message":"mine"/ }, post('application/json', '{')],
  ['may answer', { onError(_err, ctx) { ctx.throw(422, 'no sense') } }, { status: 422, body: /no sense/ }, post('application/json', '{')],
  ['is no hook unless it is a function', { onError: 'log' as never }, 400, post('application/json', '{')],
])

describePrograms(
  'koaBody()',
  [
    [
      'hands on what comes after it',
      ({ Koa, koaBody }) => {
        const app = new Koa()
        app.silent = true
        return app.use(koaBody()).use((ctx) => ctx.throw(418))
      },
      418,
      post('text/plain', 'a'),
    ],
    [
      'does not hear of errors that come after it',
      ({ Koa, koaBody }) => {
        const app = new Koa()
        app.silent = true
        return app
          .use(
            koaBody({
              onError: (_, ctx) => {
                ctx.body = 'never'
              },
            }),
          )
          .use((ctx) => ctx.throw(418))
      },
      { status: 418, body: "I'm a Teapot" },
      post('text/plain', 'a'),
    ],
    [
      'answers in plain text what it refuses',
      ({ Koa, koaBody }) => {
        const app = new Koa()
        app.silent = true
        return app.use(koaBody())
      },
      { status: 400, body: 'Bad Request' },
      post('application/json', '{'),
    ],
    [
      'tells the reason of what is too large',
      ({ Koa, koaBody }) => {
        const app = new Koa()
        app.silent = true
        return app.use(koaBody({ jsonLimit: 1 }))
      },
      { status: 413, body: 'request entity too large' },
      post('application/json', '{}'),
    ],
    [
      'may stand before a route only',
      ({ Koa, Router, koaBody }) =>
        new Koa().use(
          new Router()
            .post('/', koaBody(), (ctx) => {
              ctx.body = ctx.request.body
            })
            .routes(),
        ),
      { status: 200, body: '{"a":1}' },
      post('application/json', '{"a":1}'),
    ],
  ],
  bodyPair,
)

/** What upstream has in a file of its own. */
const theirs: typeof throwableToError = require(
  bodyPair.upstreamFile.replace(/index\.js$/, 'utils/throwable-to-error.js'),
).default

const error = new TypeError('mine')
const tell = (toError: typeof throwableToError, thrown: unknown) => {
  const { name, message, stack } = toError(thrown)
  return [name, message, stack]
}

describeValues(
  'throwableToError(thrown)',
  { ...bodyPair, frameworks: { upstream: theirs, mini: throwableToError } },
  [
    { name: 'is an error itself', compute: (toError) => toError(error) === error, expected: true },
    ...(
      [
        ['a text', 'mine', ['string', 'mine', undefined]],
        ['a number', 5, ['number', '5', undefined]],
        ['nothing', undefined, ['undefined', 'undefined', undefined]],
        ['null', null, ['object', 'null', undefined]],
        ['an object', { a: [1] }, ['object', '{"a":[1]}', undefined]],
      ] as const
    ).map(([what, thrown, expected]) => ({
      name: `tells ${what}`,
      compute: (toError: typeof throwableToError) => tell(toError, thrown),
      expected,
    })),
  ],
)
