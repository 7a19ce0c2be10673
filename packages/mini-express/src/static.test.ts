import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { judge, type Observation, observeAll, type RequestSpec } from '@await-next/oracle'
import { type Behaviour, describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fixture, MODIFIED, tagOf } from '../test/fixtures.ts'
import { app, pair, tellError } from '../test/pair.ts'
import type { express, ServeStaticOptions } from './index.ts'

const PUBLIC = fixture('public')
const TAG = tagOf(12)

type Case = Behaviour<typeof express>

/** Serves a folder, then tells that nobody answered, or why. */
function serving(options?: ServeStaticOptions | null, root = PUBLIC) {
  return app((app, framework) => {
    app.use(framework.static(root, options))
    app.use((req, res) => res.status(404).send(`${req.method} ${req.url} passed on`))
    app.use(tellError)
  })
}

/** The same below a mount path. */
function mounted(options?: ServeStaticOptions, mount = '/static') {
  return app((app, framework) => {
    app.use(mount, framework.static(PUBLIC, options))
    app.use((req, res) => res.status(404).send(`${req.url} passed on`))
    app.use(tellError)
  })
}

function answers(
  program: Case['program'],
  table: Record<string, Exclude<Case['expects'][number], (...args: never) => unknown>>,
  spec: RequestSpec = {},
): Case[] {
  return Object.entries(table).map(([target, expectation]) => ({
    name: `answers ${spec.method ?? 'GET'} ${target} with ${expectation.status}`,
    program,
    requests: [{ ...spec, target }],
    expects: [expectation],
  }))
}

describeBehaviours('express.static(root)', pair, [
  ...answers(serving(), {
    '/': { status: 200, body: '<p>home</p>\n' },
    '/?query': { status: 200, body: '<p>home</p>\n' },
    '/hello.txt': {
      status: 200,
      body: 'hello, file\n',
      headers: { etag: TAG, 'last-modified': MODIFIED.toUTCString() },
    },
    '/hello.txt?query=1': { status: 200 },
    '//hello.txt': { status: 200 },
    '/folder/': { status: 200, body: '<p>folder</p>\n' },
    '/folder//nested/file.txt': { status: 200, body: 'nested\n' },
    '/snow%20%E2%98%83.txt': { status: 200, body: 'snow\n' },
    '/100%25.txt': { status: 200, body: 'percent\n' },
    '/%68ello.txt': { status: 200 },
    '/plain': { status: 200, headers: { 'content-type': 'application/octet-stream' } },
    '/empty.txt': { status: 200, headers: { 'content-length': '0' } },
    '/missing': { status: 404, body: 'GET /missing passed on' },
    '/hello.txt/': { status: 404 },
    '/hello.txt/more': { status: 404 },
    '/page': { status: 404 },
    '/bare/': { status: 404 },
    '/.hidden': { status: 404 },
    '/.well-known/note.txt': { status: 404 },
    '/100%.txt': { status: 404, body: 'GET /100%.txt passed on' },
    '/%': { status: 404 },
    '/%00': { status: 404 },
    '/hello.txt%00.png': { status: 404 },
    '/../outside.txt': { status: 404 },
    '/..%2foutside.txt': { status: 404 },
    '/%2e%2e/outside.txt': { status: 404 },
    '/%2e%2e%5coutside.txt': { status: 404 },
    '/folder/../../outside.txt': { status: 404 },
    '/folder/..': { status: 301, headers: { location: '/folder/../' } },
    'http://example.com/hello.txt': { status: 200, body: 'hello, file\n' },
    '*': { status: 404 },
    [`/${'long'.repeat(200)}`]: { status: 404 },
  }),
  ...answers(
    serving(),
    { '/': { status: 200, body: '' }, '/missing': { status: 404 } },
    {
      method: 'HEAD',
    },
  ),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].flatMap((method) =>
    answers(serving(), { '/hello.txt': { status: 404 } }, { method }),
  ),
])

describeBehaviours('express.static(root) of a folder without a slash', pair, [
  ...answers(serving(), {
    '/folder': { status: 301, headers: { location: '/folder/' } },
    '/folder?a=1&b=%20': { status: 301, headers: { location: '/folder/?a=1&b=%20' } },
    '/folder?<script>': { status: 301, body: /&lt;|%3C/ },
    '/folder/nested': { status: 301, headers: { location: '/folder/nested/' } },
    '//folder': { status: 301, headers: { location: '/folder/' } },
    '///folder/nested?x': { status: 301, headers: { location: '/folder/nested/?x' } },
    '/%66older': { status: 301, headers: { location: '/%66older/' } },
    '/folder#part': { status: 301 },
    '//example.com/%2e%2e/folder': {
      status: 301,
      headers: { location: '/example.com/%2e%2e/folder/' },
    },
    '/\\example.com/..': { status: 301, headers: { location: '/\\example.com/../' } },
    'http://example.com/folder': {
      status: 301,
      headers: { location: 'http://example.com/folder/' },
    },
    'http://example.com/folder?q=1': { status: 301 },
  }),
  ...answers(serving(), { '/folder': { status: 301, body: '' } }, { method: 'HEAD' }),
  ...answers(mounted(), {
    '/static': { status: 301, headers: { location: '/static/' } },
    '/static?a': { status: 301, headers: { location: '/static/?a' } },
    '/static/': { status: 200, body: '<p>home</p>\n' },
    '/static/folder': { status: 301, headers: { location: '/static/folder/' } },
    '/static/hello.txt': { status: 200 },
    '/static//folder': { status: 301, headers: { location: '/static//folder/' } },
    '/staticky': { status: 404 },
    '/static/missing': { status: 404, body: '/static/missing passed on' },
    '/static/../outside.txt': { status: 404 },
  }),
  ...answers(mounted({ redirect: false }), {
    '/static': { status: 404 },
    '/static/': { status: 200 },
    '/static/folder': { status: 404 },
  }),
  ...answers(mounted({ redirect: false, fallthrough: false }), {
    '/static': { status: 404, body: '{"caught":"Not Found"}' },
  }),
])

describeBehaviours('express.static(root, options)', pair, [
  ...(
    [
      ['maxAge', { maxAge: 3_600_000 }, { 'cache-control': 'public, max-age=3600' }],
      ['maxAge in words', { maxAge: '30 days' }, { 'cache-control': 'public, max-age=2592000' }],
      ['maxAge without end', { maxAge: Infinity }, { 'cache-control': 'public, max-age=31536000' }],
      ['maxage in small letters', { maxage: 2000 }, { 'cache-control': 'public, max-age=2' }],
      ['immutable', { immutable: true }, { 'cache-control': 'public, max-age=0, immutable' }],
      ['cacheControl: false', { cacheControl: false }, { 'cache-control': undefined }],
      ['etag: false', { etag: false }, { etag: undefined }],
      ['lastModified: false', { lastModified: false }, { 'last-modified': undefined }],
      ['acceptRanges: false', { acceptRanges: false }, { 'accept-ranges': undefined }],
      ['null', null, { etag: TAG }],
      [
        'inherited options',
        Object.create({ maxAge: 2000 }),
        { 'cache-control': 'public, max-age=2' },
      ],
      [
        'setHeaders',
        { setHeaders: (res, file) => res.setHeader('X-File', path.basename(file)) },
        { 'x-file': 'hello.txt' },
      ],
      [
        'setHeaders, which may look at the file',
        { setHeaders: (res, _file, stat) => res.setHeader('X-Size', stat.size) },
        { 'x-size': '12' },
      ],
      [
        'setHeaders, which comes first',
        { setHeaders: (res) => res.setHeader('Cache-Control', 'no-store') },
        { 'cache-control': 'no-store' },
      ],
    ] as [string, ServeStaticOptions, Record<string, string | undefined>][]
  ).map(
    ([name, options, headers]): Case => ({
      name: `takes ${name}`,
      program: serving(options),
      requests: [{ target: '/hello.txt' }],
      expects: [{ status: 200, headers }],
    }),
  ),
  ...answers(serving({ setHeaders: (res) => res.setHeader('X-Own', 'yes') }), {
    '/missing': { status: 404, headers: { 'x-own': undefined } },
    '/folder': { status: 301, headers: { 'x-own': undefined } },
  }),
  ...answers(serving({ index: false }), { '/': { status: 404 }, '/folder/': { status: 404 } }),
  ...answers(serving({ index: 'index.htm' }), { '/': { status: 404 }, '/alt/': { status: 200 } }),
  ...answers(serving({ index: ['index.htm', 'index.html'] }), {
    '/': { status: 200 },
    '/alt/': { status: 200, body: '<p>alt</p>\n' },
  }),
  ...answers(serving({ extensions: ['htm', 'html'] }), {
    '/page': { status: 200, body: '<p>page</p>\n' },
    '/folder/index': { status: 200 },
    '/folder': { status: 301 },
    '/page/': { status: 404 },
    '/missing': { status: 404 },
  }),
  ...answers(serving({ dotfiles: 'allow' }), {
    '/.hidden': { status: 200, body: 'secret\n' },
    '/.well-known/note.txt': { status: 200 },
    '/.well-known': { status: 301 },
  }),
  ...answers(serving({ dotfiles: 'deny' }), {
    '/.hidden': { status: 404, body: 'GET /.hidden passed on' },
    '/.missing': { status: 404 },
  }),
  ...answers(serving({ dotfiles: 'deny', fallthrough: false }), {
    '/.hidden': { status: 403, body: '{"caught":"Forbidden"}' },
    '/.missing': { status: 403 },
  }),
  ...answers(serving({ fallthrough: false }), {
    '/hello.txt': { status: 200 },
    '/missing': { status: 404, body: /ENOENT/ },
    '/folder': { status: 301 },
    '/bare/': { status: 404 },
    '/../outside.txt': { status: 403, body: '{"caught":"Forbidden"}' },
    '/%2e%2e/outside.txt': { status: 403 },
    '/%': { status: 400, body: '{"caught":"Bad Request"}' },
    '/hello.txt%00': { status: 400 },
  }),
  ...answers(
    serving({ fallthrough: false }),
    { '/hello.txt': { status: 405, body: '', headers: { allow: 'GET, HEAD' } } },
    { method: 'POST' },
  ),
  {
    name: 'leaves the options as they are',
    program: app((app, framework) => {
      const options = Object.freeze({ maxAge: 1000 })
      app.use(framework.static(PUBLIC, options))
      app.use((_req, res) => res.json(options))
    }),
    requests: [{ target: '/missing' }],
    expects: [{ body: '{"maxAge":1000}' }],
  },
  {
    name: 'starts a relative root at the working directory',
    program: serving(undefined, path.relative(process.cwd(), PUBLIC)),
    requests: [{ target: '/hello.txt' }],
    expects: [{ status: 200 }],
  },
  {
    name: 'passes everything on where the root is missing',
    program: serving(undefined, fixture('missing')),
    requests: [{ target: '/' }, { target: '/hello.txt' }],
    expects: [{ status: 404 }, { status: 404 }],
  },
  {
    name: 'passes everything on where the root is a file',
    program: serving(undefined, fixture('outside.txt')),
    requests: [{ target: '/' }, { target: '/x' }],
    expects: [{ status: 404 }, { status: 404 }],
  },
])

/** A folder in which a link leads to itself: looking at it is an error of the server's. */
const LOOPS = mkdtempSync(path.join(tmpdir(), 'await-next-static-'))
// Links need a privilege there.
const hasLinks = process.platform !== 'win32'
if (hasLinks) symlinkSync('loop', path.join(LOOPS, 'loop'))
afterAll(() => rmSync(LOOPS, { recursive: true }))

const looping = [true, false].map(
  (fallthrough): Case => ({
    name: `passes the error on, with fallthrough: ${fallthrough}`,
    program: serving({ fallthrough }, LOOPS),
    requests: [{ target: '/loop' }],
    expects: [{ status: 500, body: /ELOOP/ }],
  }),
)

describe.runIf(hasLinks)('a link that leads to itself', () => {
  describeBehaviours('express.static(root)', pair, looping)
})

describeBehaviours('express.static(root) to a client with conditions', pair, [
  ...(
    [
      [[['If-None-Match', TAG]], 304],
      [[['If-None-Match', '"other"']], 200],
      [[['If-Modified-Since', MODIFIED.toUTCString()]], 304],
      [
        [
          ['If-None-Match', TAG],
          ['Cache-Control', 'no-cache'],
        ],
        200,
      ],
      [[['If-Match', '"other"']], 412],
      [[['If-Unmodified-Since', 'Tue, 31 Dec 2019 23:59:59 GMT']], 412],
      [[['Range', 'bytes=0-4']], 206],
      [[['Range', 'bytes=-1']], 206],
      [[['Range', 'bytes=0-1,5-6']], 200],
      [[['Range', 'bytes=99-']], 416],
      [
        [
          ['Range', 'bytes=0-4'],
          ['If-Range', '"other"'],
        ],
        200,
      ],
    ] as [[string, string][], number][]
  ).map(
    ([headers, status]): Case => ({
      name: `answers ${headers.map((pair) => pair.join(': ')).join(', ')} with ${status}`,
      program: serving(),
      requests: [{ target: '/hello.txt', headers }],
      expects: [{ status }],
    }),
  ),
  {
    name: 'survives a client that leaves',
    program: serving(undefined, path.dirname(process.execPath)),
    requests: [{ target: `/${path.basename(process.execPath)}`, abort: 'after-first-byte' }],
    expects: [{ fate: 'aborted' }],
  },
])

describeValues('express.static(root, options)', pair, [
  ...(
    [
      ['nothing', [], 'root path required'],
      ['an empty root', [''], 'root path required'],
      ['a number', [42], 'root path must be a string'],
      [
        'setHeaders that is no function',
        ['.', { setHeaders: 'x' }],
        'option setHeaders must be function',
      ],
    ] as unknown as [string, [string], string][]
  ).map(([name, args, message]) => ({
    name: `throws for ${name}`,
    compute: (framework: typeof express) => {
      try {
        return framework.static(...args)
      } catch (err) {
        return `${err}`
      }
    },
    expected: `TypeError: ${message}`,
  })),
  {
    name: 'has upstream’s names and lengths',
    compute: ({ static: serveStatic }) => [
      serveStatic.name,
      serveStatic.length,
      serveStatic('.').name,
      serveStatic('.').length,
      Object.keys(serveStatic),
    ],
    expected: ['serveStatic', 2, 'serveStatic', 3, []],
  },
])

/** What targets are put together of: each a trap for whoever reads paths. */
const SEGMENTS = [
  '',
  '.',
  '..',
  'folder',
  'nested',
  'hello.txt',
  'page',
  '.hidden',
  'bare',
  'alt',
  '%2e%2e',
  '%5c',
]
const ODD_SEGMENTS = [
  '\\',
  '%00',
  '%',
  '%E2',
  'snow%20%E2%98%83.txt',
  '?q=1',
  ';x',
  'http:',
  '@host',
  '100%25.txt',
]

const target = fc
  .record({
    front: fc.constantFrom(
      '',
      '',
      '/static',
      '/static',
      'http://host.test',
      'http://host.test/static',
    ),
    segments: fc.array(fc.constantFrom(...SEGMENTS, ...ODD_SEGMENTS), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ front, segments }) => `${front}/${segments.join('/')}`)

const HEADERS: [string, string][] = [
  ['Range', 'bytes=1-2'],
  ['Range', 'bytes=99-'],
  ['If-None-Match', TAG],
  ['If-Modified-Since', MODIFIED.toUTCString()],
  ['If-Match', '"other"'],
  ['If-Range', '"other"'],
]

const options = fc.record<ServeStaticOptions>(
  {
    dotfiles: fc.constantFrom('allow', 'deny', 'ignore'),
    extensions: fc.constant(['html']),
    fallthrough: fc.boolean(),
    index: fc.constantFrom(false, 'index.htm', ['index.htm', 'index.html']),
    redirect: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('express.static(root, options)', () => {
  it('answers any target as upstream does', async () => {
    const { upstream, mini } = pair.frameworks
    const request = fc.record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST'),
      target,
      headers: fc.uniqueArray(fc.constantFrom(...HEADERS), {
        maxLength: 2,
        selector: ([name]) => name,
      }),
    })
    const requests = fc.array(request, { minLength: 5, maxLength: 20 })

    await fc.assert(
      fc.asyncProperty(options, fc.boolean(), requests, async (options, isMounted, requests) => {
        const program = isMounted ? mounted(options) : serving(options)
        const theirs = await observeAll(program(upstream), requests)
        const ours = await observeAll(program(mini), requests)
        const verdicts = theirs.map((one, at) => judge(one, ours[at] as Observation))
        expect(verdicts.filter(({ kind }) => kind !== 'agree')).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
