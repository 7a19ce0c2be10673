import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { RequestSpec } from '@await-next/oracle'
import { describeBehaviours } from '@await-next/oracle/vitest'
import { behaviours, type Case, post } from '../../test/bodies.ts'
import { pair } from '../../test/pair.ts'
import type { express, RequestHandler } from '../index.ts'
import type { BodyOptions } from './index.ts'

const PARSERS = ['json', 'urlencoded', 'text', 'raw'] as const
type Parser = (typeof PARSERS)[number]

const TYPES: Record<Parser, string> = {
  json: 'application/json',
  urlencoded: 'application/x-www-form-urlencoded',
  text: 'text/plain',
  raw: 'application/octet-stream',
}

const BODIES: Record<Parser, [body: string, shown: string]> = {
  json: ['["x"]', "[ 'x' ]"],
  urlencoded: ['a=xx1', "{ a: 'xx1' }"],
  text: ['hello', "'hello'"],
  raw: ['bytes', '<Buffer 62 79 74 65 73>'],
}

type Options = BodyOptions | ((req: unknown) => BodyOptions)

const parser = (name: Parser, options?: Options) => (framework: typeof express) => [
  framework[name](options as BodyOptions),
]

/** The same cases for each of the four. */
function forAll(cases: (name: Parser, type: string, body: string, shown: string) => Case[]) {
  return PARSERS.flatMap((name) => {
    const made = behaviours(cases(name, TYPES[name], ...BODIES[name]))
    return made.map((behaviour) => ({ ...behaviour, name: `${name} ${behaviour.name}` }))
  })
}

const coded = (coding: string): [string, string][] => [['Content-Encoding', coding]]

const CODINGS: Record<string, (body: string) => Buffer | string> = {
  identity: (body) => body,
  IDENTITY: (body) => body,
  gzip: gzipSync,
  GZip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
}

describeBehaviours('the option inflate', pair, [
  ...forAll((name, type, body, shown) => [
    ...Object.entries(CODINGS).map(
      ([coding, compress]): Case => [
        `inflates ${coding}`,
        parser(name),
        post(type, compress(body), coded(coding)),
        { status: 200, body: shown },
      ],
    ),
    ...['gzip', 'br', 'constructor', 'identity, gzip', 'bogus'].map(
      (coding): Case => [
        `refuses ${coding} when off`,
        parser(name, { inflate: false }),
        post(type, gzipSync(body), coded(coding)),
        { status: 415, body: /"message":"content encoding unsupported".+"encoding.unsupported"/ },
      ],
    ),
    ...['nulls', 'constructor', '__proto__', 'gzip, br', 'x-gzip', 'compress'].map(
      (coding): Case => [
        `refuses ${coding}`,
        parser(name),
        post(type, 'abc', coded(coding)),
        { status: 415, body: /unsupported content encoding .+"encoding":.+"encoding.unsupported"/ },
      ],
    ),
    [
      'takes identity when off',
      parser(name, { inflate: false }),
      post(type, body, coded('Identity')),
      { status: 200, body: shown },
    ],
    [
      'takes no coding for identity',
      parser(name),
      post(type, body, coded('')),
      { status: 200, body: shown },
    ],
    [
      'refuses what is not compressed',
      parser(name),
      post(type, 'hello, world', coded('gzip')),
      { status: 400, body: /"message":"incorrect header check"/ },
    ],
    [
      'refuses what breaks off',
      parser(name),
      post(type, gzipSync(body).subarray(0, 18), coded('gzip')),
      { status: 400, body: /"message":"unexpected end of file"/ },
    ],
    [
      'refuses deflate without a head',
      parser(name),
      post(type, deflateRawSync('x'.repeat(99)), coded('deflate')),
      { status: 400, body: /Z_DATA_ERROR/ },
    ],
    [
      'refuses Brotli that is none',
      parser(name),
      post(type, 'hello, world, hello', coded('br')),
      { status: 400 },
    ],
    [
      'stops at the limit of what is inflated',
      parser(name, { limit: 1024 }),
      post(type, gzipSync('x'.repeat(1_000_000)), coded('gzip')),
      { status: 413, body: /"limit":1024,"received":\d+,"type":"entity.too.large"/ },
    ],
    [
      'refuses something behind the end',
      parser(name),
      post(type, [gzipSync(body), 'garbage'], coded('gzip')),
      { status: 400, body: /incorrect header check/ },
    ],
    [
      'refuses nothing at all',
      parser(name),
      post(type, '', coded('gzip')),
      { status: 400, body: /unexpected end of file/ },
    ],
  ]),
])

const LARGE = 'x'.repeat(1025)

describeBehaviours('the option limit', pair, [
  ...forAll((name, type, body, shown) => [
    ...[1024, '1kb', '1KB', '1024', '1 kb'].map(
      (limit): Case => [
        `refuses a longer length than ${JSON.stringify(limit)}`,
        parser(name, { limit }),
        post(type, LARGE),
        {
          status: 413,
          body: /"expected":1025,"length":1025,"limit":1024,"type":"entity.too.large"/,
        },
      ],
    ),
    [
      'refuses longer chunks',
      parser(name, { limit: 1024 }),
      post(type, [LARGE.slice(0, 1000), LARGE.slice(0, 25)]),
      { status: 413, body: /"limit":1024,"received":1025,"type":"entity.too.large"/ },
    ],
    [
      'takes as much as it says',
      parser(name, { limit: body.length }),
      post(type, body),
      { status: 200, body: shown },
    ],
    [
      'takes as much in chunks',
      parser(name, { limit: body.length }),
      post(type, [body]),
      { status: 200, body: shown },
    ],
    ['may be 0', parser(name, { limit: 0 }), post(type, body), { status: 413, body: /"limit":0/ }],
    ['may be none', parser(name, { limit: Infinity }), post(type, body), { status: 200 }],
    [
      'is 100 KiB for null',
      parser(name, { limit: null as never }),
      post(type, 'x'.repeat(102_401)),
      { status: 413, body: /"limit":102400/ },
    ],
    [
      'is 100 KiB by default',
      parser(name),
      post(type, ' '.repeat(102_401)),
      { status: 413, body: /"length":102401,"limit":102400/ },
    ],
    [
      'lets the connection live when all was read',
      parser(name, { limit: 10 }),
      post(type, LARGE.repeat(300)),
      { status: 413, fate: 'kept' },
    ],
  ]),
])

const STRUCTURED: [options: string | string[], type: string, takes: boolean][] = [
  ['application/vnd.x', 'application/vnd.x', true],
  ['application/vnd.x', 'APPLICATION/VND.X; a=b', true],
  ['application/vnd.x', 'application/vnd.y', false],
  [['text/a', 'text/b'], 'text/b', true],
  [['text/a', 'text/b'], 'text/c', false],
  [[], 'text/c', true],
  ['text/*', 'text/any', true],
  ['text/*', 'image/any', false],
  ['*/*', 'some/thing', true],
  ['*/*', 'not a type', false],
  ['+json', 'application/ld+json', true],
  ['+json', 'application/json', false],
  ['json', 'application/json', true],
  ['html', 'text/html', true],
  ['bogus', 'bogus/bogus', false],
  ['multipart', 'multipart/form-data; boundary=x', true],
]

describeBehaviours('the option type', pair, [
  ...forAll((name, type, body, shown) => [
    ...STRUCTURED.map(
      ([option, given, takes]): Case => [
        `${JSON.stringify(option)} ${takes ? 'takes' : 'leaves'} ${given}`,
        parser(name, { type: option }),
        post(given, body),
        { status: 200, ...(takes ? {} : { body: 'undefined' }) },
      ],
    ),
    [
      'may be a function that says yes',
      parser(name, { type: (req) => req.headers['content-type'] === 'a/b' }),
      post('a/b', body),
      { status: 200, body: shown },
    ],
    [
      'may be a function that says no',
      parser(name, { type: () => 0 }),
      post(type, body),
      { status: 200, body: 'undefined' },
    ],
    [
      'may be a function that takes a body without a type',
      parser(name, { type: () => 'yes' }),
      post(undefined, body),
      { status: 200, body: shown },
    ],
    [
      'may be a function that throws',
      parser(name, {
        type: () => {
          throw new Error('cannot tell')
        },
      }),
      post(type, body),
      { status: 500, body: /"message":"cannot tell"/ },
    ],
    [
      'is not asked about a request without a body',
      parser(name, {
        type: () => {
          throw new Error('asked')
        },
      }),
      { method: 'GET' },
      { status: 200, body: 'undefined' },
    ],
    [
      'is by default what the parser is for',
      parser(name, { type: '' }),
      post(type, body),
      { status: 200, body: shown },
    ],
  ]),
])

const refuse = (err: unknown) => () => {
  throw err
}

describeBehaviours('the option verify', pair, [
  ...forAll((name, type, body, shown) => [
    [
      'sees the request, the answer, bytes and charset',
      parser(name, {
        verify: (req, res, bytes, charset) => {
          throw new Error(`${req.method} ${res.statusCode} ${bytes.toString('hex')} ${charset}`)
        },
      }),
      post(`${type}; charset=UTF-8`, body),
      { status: 403, body: /"message":"POST 200 [\da-f]+ (utf-8|null)".+"entity.verify.failed"/ },
    ],
    [
      'lets pass what it does not throw for',
      parser(name, { verify: () => false as never }),
      post(type, body),
      { status: 200, body: shown },
    ],
    [
      'may give the error a type',
      parser(name, { verify: refuse(Object.assign(new Error('no'), { type: 'foo' })) }),
      post(type, body),
      { status: 403, body: /"type":"foo"/ },
    ],
    [
      'may give the error a status',
      parser(name, { verify: refuse(Object.assign(new Error('no'), { status: 400 })) }),
      post(type, body),
      { status: 400, body: /"type":"entity.verify.failed"/ },
    ],
    [
      'may give the error a status of the server',
      parser(name, { verify: refuse(Object.assign(new Error('no'), { status: 503 })) }),
      post(type, body),
      { status: 503, body: /"expose":false/ },
    ],
    [
      'may throw a text',
      parser(name, { verify: refuse('no entry') }),
      post(type, body),
      { status: 403, body: /"message":"no entry"/ },
    ],
    [
      'sees what is inflated',
      parser(name, {
        verify: (_req, _res, bytes) => {
          throw new Error(bytes.toString('hex'))
        },
      }),
      post(type, gzipSync(body), coded('gzip')),
      { status: 403, body: /"message":"[\da-f]{10}"/ },
    ],
    [
      'is not asked about a body that is too long',
      parser(name, { verify: refuse(new Error('asked')), limit: 1 }),
      post(type, body),
      { status: 413 },
    ],
    [
      'sees nothing of a length of 0 but an empty buffer',
      parser(name, { verify: (_req, _res, bytes) => refuse(new Error(`${bytes.length}`))() }),
      post(type, ''),
      { status: 403, body: /"message":"0"/ },
    ],
    ['may be null', parser(name, { verify: null as never }), post(type, body), { body: shown }],
  ]),
])

/** What becomes of a body: it is read, left alone, never comes, or leads to an error like that. */
type Outcome = 'read' | 'left alone' | 'not looked at' | 'silence' | RegExp

function outcome(expected: Outcome, shown: string): Case[3] {
  if (expected === 'read') return { status: 200, body: shown }
  if (expected === 'left alone') return { status: 200, body: 'undefined' }
  if (expected === 'not looked at') return { status: 200, body: 'no body' }
  return expected === 'silence' ? { fate: 'no answer' } : { body: expected }
}

const WRONG_SIZE = /"type":"request.size.invalid"/

/** What other middleware may have done to a request, and what becomes of it: as it is, and inflated. */
const BEFORE: Record<string, [fn: RequestHandler, plain: Outcome, inflated: Outcome | undefined]> =
  {
    'set the body': [(req) => Object.assign(req, { body: 'set before' }), 'read', 'read'],
    'set an encoding': [
      (req) => void req.setEncoding('utf8'),
      /"type":"stream.encoding.set"/,
      /"message":"incorrect header check"/,
    ],
    'read it all': [
      (req) => new Promise((resolve) => req.on('end', resolve).resume()),
      'not looked at',
      'not looked at',
    ],
    'begun to read': [
      (req) => new Promise((resolve) => req.once('data', resolve)),
      WRONG_SIZE,
      /"message":"unexpected end of file"/,
    ],
    'paused it': [(req) => void req.pause(), 'silence', 'read'],
    'gone on later': [() => new Promise(setImmediate), 'read', 'read'],
    'said it is longer': [
      (req) => Object.assign(req.headers, { 'content-length': '99' }),
      WRONG_SIZE,
      'read',
    ],
    'said it is shorter': [
      (req) => Object.assign(req.headers, { 'content-length': '1' }),
      WRONG_SIZE,
      'read',
    ],
    'said it is of no number': [
      (req) => Object.assign(req.headers, { 'content-length': 'bogus' }),
      'left alone',
      'left alone',
    ],
    'made it unreadable': [
      (req) => {
        Object.defineProperty(req, 'complete', { get: () => false, set: () => {} })
        Object.defineProperty(req, 'readable', { value: false })
      },
      /"type":"stream.not.readable"/,
      undefined,
    ],
  }

const after =
  (fn: RequestHandler): RequestHandler =>
  async (req, res, next) => {
    await fn(req, res, next)
    next()
  }

/** What stands on the wire where the framing and the body disagree. */
const RAW: Record<string, (type: string, body: string) => RequestSpec> = {
  'a length that is too long': (type, body) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 50\r\n\r\n${body}`,
    patience: 60,
  }),
  'a length that is too short': (type, body) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 0\r\n\r\n${body}`,
  }),
  'no framing': (type, body) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n\r\n${body}`,
  }),
  'HTTP/1.0': (type, body) => ({
    raw: `POST / HTTP/1.0\r\nContent-Type: ${type}\r\nContent-Length: 5\r\n\r\n${body}`,
  }),
  'a chunk that is broken': (type) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  }),
  'chunks without an end': (type) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    patience: 60,
  }),
  'two types': (type, body) => ({
    raw: `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\r\n${body}`,
  }),
}

describeBehaviours('a body parser and the request', pair, [
  ...forAll((name, type, body, shown) => [
    ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map(
      (method): Case => [
        `reads the body of ${method}`,
        parser(name),
        { ...post(type, body), method },
        { status: 200, body: method === 'HEAD' ? '' : shown },
      ],
    ),
    ...['GET', 'POST', 'DELETE'].map(
      (method): Case => [
        `leaves ${method} without a body alone`,
        parser(name),
        { method, headers: [['Content-Type', type]] },
        { status: 200, body: 'undefined' },
      ],
    ),
    ...Object.entries(BEFORE).map(
      ([what, [fn, plain]]): Case => [
        `comes after somebody who has ${what}`,
        (framework) => [after(fn), ...parser(name)(framework)],
        { ...post(type, body), patience: 60 },
        outcome(plain, shown),
      ],
    ),
    ...Object.entries(BEFORE).flatMap(([what, [fn, , inflated]]): Case[] =>
      inflated
        ? [
            [
              `inflates after somebody who has ${what}`,
              (framework) => [after(fn), ...parser(name)(framework)],
              post(type, gzipSync(body), coded('gzip')),
              outcome(inflated, shown),
            ],
          ]
        : [],
    ),
    [
      'keeps a body that was set before, where it has none to read',
      (framework) => [
        after((req) => Object.assign(req, { body: 'set before' })),
        ...parser(name)(framework),
      ],
      { method: 'GET' },
      { status: 200, body: "'set before'" },
    ],
    ...Object.entries(RAW).map(
      ([what, request]): Case => [
        `stands ${what}`,
        parser(name),
        request(type, body),
        ({ fate }) => {
          if (!['kept', 'closed', 'no answer'].includes(fate)) throw new Error(fate)
        },
      ],
    ),
    [
      'tells of a client that leaves',
      (framework) => [
        ...parser(name)(framework),
        (err: { name: string; type: string; received: number }, _req, _res, next) => {
          console.log(err.name, { ...err })
          next(err)
        },
      ],
      { ...RAW['a length that is too long']?.(type, body), abort: 'after-request' },
      { fate: 'aborted', slips: ["type: 'request.aborted'"] },
    ],
    [
      'comes twice',
      (framework) => [...parser(name)(framework), ...parser(name)(framework)],
      post(type, body),
      { status: 200, body: shown },
    ],
    [
      'comes again on an error',
      (framework) => [
        ...parser(name, { limit: 1 })(framework),
        (_err: unknown, _req: unknown, _res: unknown, next: () => void) => next(),
        ...parser(name)(framework),
      ],
      post(type, body),
      { status: 200, body: 'undefined' },
    ],
    [
      'stands in a router',
      (framework) => [framework.Router().use('/', ...parser(name)(framework))],
      post(type, body),
      { status: 200, body: shown },
    ],
    [
      'answers where nobody handles its error',
      (framework) => [...parser(name, { limit: 1 })(framework), framework.Router()],
      post(type, body),
      { status: 413 },
    ],
  ]),
])

/** Parsers in a row: each takes its own. */
const ALL = (framework: typeof express) => PARSERS.map((name) => framework[name]())

describeBehaviours('parsers in a row', pair, [
  ...behaviours(
    PARSERS.map((name) => [
      `leave ${TYPES[name]} to its own`,
      ALL,
      post(TYPES[name], BODIES[name][0]),
      { status: 200, body: BODIES[name][1] },
    ]),
  ),
  ...behaviours([
    ['leave a type that nobody takes', ALL, post('image/png', 'x'), { body: 'undefined' }],
    ['leave a type that is none', ALL, post('bogus', 'x'), { body: 'undefined' }],
    [
      'let the first have what both take',
      (framework) => [framework.text({ type: '*/*' }), framework.json()],
      post('application/json', '[1]'),
      { body: "'[1]'" },
    ],
  ]),
])
