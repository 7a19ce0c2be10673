import { observe, type RequestSpec } from '@await-next/oracle'
import { type Behaviour, describeBehaviours } from '@await-next/oracle/vitest'
import { describe, expect, it } from 'vitest'
import { fixture, MODIFIED, tagOf } from '../test/fixtures.ts'
import { answering, app, pair, tellError } from '../test/pair.ts'
import type { express, FileCallback, Response, SendFileOptions } from './index.ts'

const PUBLIC = fixture('public')
const HELLO = fixture('public', 'hello.txt')
const BODY = 'hello, file\n'
const TAG = tagOf(BODY.length)

type Case = Behaviour<typeof express>

/** Sends the file named by the query, and tells the error, or that nobody answered. */
function sending(options?: SendFileOptions) {
  return app((app) => {
    app.get('/', (req, res) => res.sendFile(String(req.query['file'] ?? 'hello.txt'), options))
    app.use((_req, res) => res.status(404).send('passed on'))
    app.use(tellError)
  })
}

const fromRoot = sending({ root: PUBLIC })

/** What comes after the file's name in a request. */
function asking(file: string, spec: RequestSpec = {}): RequestSpec {
  return { target: `/?file=${encodeURIComponent(file)}`, ...spec }
}

function withHeader(name: string, value: string): RequestSpec {
  return { name: `${name}: ${value}`, headers: [[name, value]] }
}

describeBehaviours('res.sendFile(path)', pair, [
  {
    name: 'sends a file with its type, length, age and tag',
    program: answering((_req, res) => res.sendFile(HELLO)),
    expects: [
      {
        status: 200,
        body: BODY,
        headers: {
          'accept-ranges': 'bytes',
          'cache-control': 'public, max-age=0',
          'content-type': 'text/plain; charset=utf-8',
          etag: TAG,
          'last-modified': MODIFIED.toUTCString(),
        },
      },
    ],
  },
  {
    name: 'has no body for HEAD',
    program: answering((_req, res) => res.sendFile(HELLO)),
    requests: [{ method: 'HEAD' }],
    expects: [{ status: 200, body: '', headers: { 'content-length': '12' } }],
  },
  {
    name: 'keeps a type that is set',
    program: answering((_req, res) => res.type('html').sendFile(HELLO)),
    expects: [{ headers: { 'content-type': 'text/html; charset=utf-8' } }],
  },
  {
    name: 'keeps the status that is set',
    program: answering((_req, res) => res.status(201).sendFile(HELLO)),
    expects: [{ status: 201, body: BODY }],
  },
  {
    name: 'has no tag when the app makes none',
    program: app((app) => app.disable('etag').use((_req, res) => res.sendFile(HELLO))),
    expects: [{ headers: { etag: undefined } }],
  },
  ...Object.entries({
    '(nothing)': [undefined, 'path argument is required to res.sendFile'],
    "('')": ['', 'path argument is required to res.sendFile'],
    '(42)': [42, 'path must be a string to res.sendFile'],
    '({})': [{}, 'path must be a string to res.sendFile'],
    "('relative')": ['relative', 'path must be absolute or specify root to res.sendFile'],
    "('../relative')": ['../relative', 'path must be absolute or specify root to res.sendFile'],
    'with half a pair': ['/\ud83d', 'URI malformed'],
  }).map(
    ([name, [path, message]]): Case => ({
      name: `throws for ${name}`,
      program: app((app) => app.use((_req, res) => res.sendFile(path as string)).use(tellError)),
      expects: [{ status: 500, body: JSON.stringify({ caught: message }) }],
    }),
  ),
])

describeBehaviours('res.sendFile(path, { root })', pair, [
  ...Object.entries({
    'hello.txt': { status: 200, body: BODY },
    '/hello.txt': { status: 200, body: BODY },
    'folder/nested/file.txt': { status: 200, body: 'nested\n' },
    'folder/../hello.txt': { status: 200, body: BODY },
    'snow ☃.txt': { status: 200, body: 'snow\n' },
    '100%.txt': { status: 200, body: 'percent\n' },
    plain: { status: 200, headers: { 'content-type': 'application/octet-stream' } },
    'file.unknown': { status: 200, headers: { 'content-type': 'application/octet-stream' } },
    'empty.txt': { status: 200, headers: { 'content-length': '0' } },
    'hello.txt/': { status: 404 },
    'hello.txt/more': { status: 404 },
    'missing.txt': { status: 404, body: /ENOENT/ },
    '..': { status: 403, body: '{"caught":"Forbidden"}' },
    '../outside.txt': { status: 403, body: '{"caught":"Forbidden"}' },
    '/../outside.txt': { status: 403, body: '{"caught":"Forbidden"}' },
    'folder/../../outside.txt': { status: 403 },
    '%2e%2e/outside.txt': { status: 404 },
    '..\\outside.txt': { status: 403 },
    'hello.txt\0.png': { status: 400, body: '{"caught":"Bad Request"}' },
    '.hidden': { status: 404, body: '{"caught":"Not Found"}' },
    '.well-known/note.txt': { status: 404 },
    folder: { status: 404, body: 'passed on' },
    'folder/': { status: 200, body: '<p>folder</p>\n' },
    bare: { status: 404, body: 'passed on' },
    'bare/': { status: 404, body: /ENOENT/ },
    [`${'long'.repeat(100)}.txt`]: { status: 404 },
  }).map(
    ([file, expectation]): Case => ({
      name: `answers ${JSON.stringify(file.slice(0, 40))} with ${expectation.status}`,
      program: fromRoot,
      requests: [asking(file)],
      expects: [expectation],
    }),
  ),
])

describeBehaviours('res.sendFile(path, options)', pair, [
  ...(
    [
      ['maxAge in milliseconds', { maxAge: 20_000 }, { 'cache-control': 'public, max-age=20' }],
      ['maxAge in words', { maxAge: '2 hours' }, { 'cache-control': 'public, max-age=7200' }],
      ['maxAge without end', { maxAge: Infinity }, { 'cache-control': 'public, max-age=31536000' }],
      ['maxAge that is none', { maxAge: 'soon' }, { 'cache-control': 'public, max-age=0' }],
      ['negative maxAge', { maxAge: -1 }, { 'cache-control': 'public, max-age=0' }],
      [
        'immutable',
        { immutable: true, maxAge: '1d' },
        { 'cache-control': 'public, max-age=86400, immutable' },
      ],
      [
        'cacheControl: false',
        { cacheControl: false, maxAge: 1000 },
        { 'cache-control': undefined },
      ],
      ['lastModified: false', { lastModified: false }, { 'last-modified': undefined }],
      ['etag: false, which the app overrules', { etag: false }, { etag: TAG }],
      ['acceptRanges: false', { acceptRanges: false }, { 'accept-ranges': undefined }],
      ['start and end', { start: 2, end: 4 }, { 'content-length': '3' }],
      ['a start behind the end', { start: 50 }, {}],
      [
        'headers',
        { headers: { 'X-Own': 'yes', ETag: '"own"' } },
        { 'x-own': 'yes', etag: '"own"' },
      ],
      [
        'a type in headers',
        { headers: { 'Content-Type': 'text/x' } },
        { 'content-type': 'text/x' },
      ],
      ['headers without any', { headers: {} }, { etag: TAG }],
      [
        'inherited options',
        Object.create({ maxAge: 5000 }),
        { 'cache-control': 'public, max-age=5' },
      ],
    ] as [string, SendFileOptions, Record<string, string | undefined>][]
  ).map(
    ([name, options, headers]): Case => ({
      name: `takes ${name}`,
      program: answering((_req, res) => res.sendFile(HELLO, options)),
      expects: [{ status: 200, headers }],
    }),
  ),
  ...(
    [
      ['allow', '.hidden', 200],
      ['allow', '.well-known/note.txt', 200],
      ['deny', '.hidden', 403],
      ['deny', '.well-known/note.txt', 403],
      ['deny', 'hello.txt', 200],
      ['ignore', '.hidden', 404],
      ['nonsense', 'hello.txt', 500],
    ] as const
  ).map(
    ([dotfiles, file, status]): Case => ({
      name: `answers ${file} with ${status} for dotfiles: '${dotfiles}'`,
      program: sending({ root: PUBLIC, dotfiles: dotfiles as 'allow' }),
      requests: [asking(file)],
      expects: [{ status }],
    }),
  ),
  {
    name: 'tries extensions',
    program: sending({ root: PUBLIC, extensions: ['htm', 'html'] }),
    requests: [asking('page'), asking('missing')],
    expects: [{ status: 200, body: '<p>page</p>\n' }, { status: 404 }],
  },
  {
    name: 'sets no headers where there is no file',
    program: sending({ root: PUBLIC, headers: { 'X-Own': 'yes' } }),
    requests: [asking('missing')],
    expects: [{ status: 404, headers: { 'x-own': undefined } }],
  },
  {
    name: 'reports a header that cannot be set',
    program: app((app) =>
      app
        .get('/', (_req, res) => res.sendFile(HELLO, { headers: { 'X-Own': 'a\nb' } }))
        .use(tellError),
    ),
    expects: [(seen) => seen],
  },
])

describeBehaviours('res.sendFile to a client with conditions', pair, [
  ...(
    [
      ['If-None-Match', TAG, 304],
      ['If-None-Match', `"other", ${TAG}`, 304],
      ['If-None-Match', '*', 304],
      ['If-None-Match', '"other"', 200],
      ['If-Modified-Since', MODIFIED.toUTCString(), 304],
      ['If-Modified-Since', 'Tue, 31 Dec 2019 23:59:59 GMT', 200],
      ['If-Modified-Since', 'nonsense', 200],
      ['If-Match', TAG, 200],
      ['If-Match', '"other"', 412],
      ['If-Match', '*', 200],
      ['If-Unmodified-Since', 'Tue, 31 Dec 2019 23:59:59 GMT', 412],
      ['If-Unmodified-Since', MODIFIED.toUTCString(), 200],
    ] as const
  ).map(
    ([name, value, status]): Case => ({
      name: `answers ${name}: ${value} with ${status}`,
      program: app((app) => app.get('/', (_req, res) => res.sendFile(HELLO)).use(tellError)),
      requests: [withHeader(name, value), { ...withHeader(name, value), method: 'HEAD' }],
      expects: [{ status }, { status }],
    }),
  ),
  ...(
    [
      ['bytes=0-4', 206, 'hello'],
      ['bytes=7-', 206, 'file\n'],
      ['bytes=-5', 206, 'file\n'],
      ['bytes=0-999', 206, BODY],
      [' bytes=0-4', 206, 'hello'],
      ['bytes=0-1,4-5', 200, BODY],
      ['bytes=0-2,3-4', 206, 'hello'],
      ['bytes=99-', 416, /Range Not Satisfiable/],
      ['bytes=5-2', 416, /Range Not Satisfiable/],
      ['lines=0-4', 200, BODY],
      ['bytes', 200, BODY],
      ['bytes=x', 200, BODY],
    ] as const
  ).map(
    ([range, status, body]): Case => ({
      name: `answers Range: ${range} with ${status}`,
      program: app((app) => app.get('/', (_req, res) => res.sendFile(HELLO)).use(tellError)),
      requests: [withHeader('Range', range)],
      expects: [{ status, body }],
    }),
  ),
  ...(
    [
      [tagOf(12), 206],
      ['"other"', 200],
      [MODIFIED.toUTCString(), 206],
      ['Tue, 31 Dec 2019 23:59:59 GMT', 200],
    ] as const
  ).map(
    ([value, status]): Case => ({
      name: `answers a range If-Range: ${value} with ${status}`,
      program: answering((_req, res) => res.sendFile(HELLO)),
      requests: [
        {
          headers: [
            ['Range', 'bytes=0-4'],
            ['If-Range', value],
          ],
        },
      ],
      expects: [{ status }],
    }),
  ),
])

/** Tells what a callback was told, in a header if there is time and otherwise on the console. */
function telling(send: (res: Response, told: FileCallback) => void) {
  return app((app) => {
    app.get('/', (_req, res) => {
      send(res, (err) => {
        console.log(`told: ${err ? `${err.name} ${err.code} ${err.status} ${err.message}` : err}`)
        if (!res.headersSent) res.send('answered by the callback')
      })
    })
  })
}

const CALLBACKS: Case[] = [
  {
    name: 'hears of success',
    program: telling((res, told) => res.sendFile(HELLO, told)),
    expects: [{ status: 200, body: BODY, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of success after options',
    program: telling((res, told) => res.sendFile('hello.txt', { root: PUBLIC }, told)),
    expects: [{ status: 200, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of success after no options',
    program: telling((res, told) => res.sendFile(HELLO, null, told)),
    expects: [{ status: 200, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of success for HEAD',
    program: telling((res, told) => res.sendFile(HELLO, told)),
    requests: [{ method: 'HEAD' }],
    expects: [{ status: 200, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of success for 304',
    program: telling((res, told) => res.sendFile(HELLO, told)),
    requests: [withHeader('If-None-Match', TAG)],
    expects: [{ status: 304, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of success for an empty file',
    program: telling((res, told) => res.sendFile(fixture('public', 'empty.txt'), told)),
    expects: [{ status: 200, slips: ['told: undefined'] }],
  },
  {
    name: 'hears of a folder',
    program: telling((res, told) => res.sendFile(PUBLIC, told)),
    expects: [{ status: 200, slips: ['told: Error EISDIR undefined EISDIR, read'] }],
  },
  {
    name: 'hears of a missing file',
    program: telling((res, told) => res.sendFile(fixture('missing'), told)),
    expects: [{ status: 200, slips: ['ENOENT 404'] }],
  },
  {
    name: 'hears of a forbidden path',
    program: telling((res, told) => res.sendFile('../outside.txt', { root: PUBLIC }, told)),
    expects: [{ status: 200, slips: ['ForbiddenError undefined 403 Forbidden'] }],
  },
  {
    name: 'hears of a condition that fails',
    program: telling((res, told) => res.sendFile(HELLO, told)),
    requests: [withHeader('If-Match', '"other"')],
    expects: [{ status: 200, slips: ['412 Precondition Failed'] }],
  },
  {
    name: 'hears of a range that cannot be',
    program: telling((res, told) => res.sendFile(HELLO, told)),
    requests: [withHeader('Range', 'bytes=99-')],
    expects: [{ status: 200, slips: ['416 Range Not Satisfiable'] }],
  },
  {
    name: 'hears of an answer that has begun',
    program: answering((_req, res) => {
      res.write('early')
      res.sendFile(HELLO, (err) => res.end(`, told: ${err.message}`))
    }),
    expects: [{ status: 200, body: "early, told: Can't set headers after they are sent." }],
  },
  {
    name: 'hears of a client that left before',
    program: app((app) =>
      app.get('/', (req, res) => {
        res.once('close', () => {
          res.sendFile(HELLO, (err) => console.log(`told: ${err?.code} ${err?.message}`))
        })
        req.resume()
      }),
    ),
    requests: [{ abort: 'after-request' }],
    expects: [{ fate: 'aborted', slips: ['told: ECONNABORTED Request aborted'] }],
  },
  {
    name: 'hears of a client that leaves meanwhile',
    program: app((app) =>
      app.get('/', (_req, res) => {
        res.sendFile(process.execPath, (err) => console.log(`told: ${err?.code} ${err?.message}`))
      }),
    ),
    requests: [{ abort: 'after-first-byte' }],
    expects: [{ fate: 'aborted', slips: ['told: ECONNABORTED Request aborted'] }],
  },
]

describeBehaviours('res.sendFile(path, callback)', pair, CALLBACKS)

describeBehaviours('res.sendFile without a callback', pair, [
  {
    name: 'has a missing file answered by the final handler',
    program: answering((_req, res) => res.sendFile('missing', { root: PUBLIC })),
    expects: [{ status: 404, body: /NotFoundError|ENOENT/ }],
  },
  {
    name: 'keeps silent of a client that leaves',
    program: app((app) =>
      app
        .get('/', (_req, res) => res.sendFile(process.execPath))
        .use(((err, _req, _res, _next) => console.log('never', err)) as typeof tellError),
    ),
    requests: [{ abort: 'after-first-byte' }],
    expects: [{ fate: 'aborted' }],
  },
  ...(
    [
      ['keeps silent of', { code: 'EPIPE', syscall: 'write' }, []],
      ['passes on', { code: 'EIO', syscall: 'read' }, ['passed on EIO']],
    ] as const
  ).map(
    ([does, failure, slips]): Case => ({
      name: `${does} a connection that fails with ${failure.syscall}`,
      program: app((app) => {
        const tell: typeof tellError = (err, _req, _res, _next) => {
          console.log('passed on', err.code)
        }
        app.get('/', (req, res) => {
          res.sendFile(process.execPath)
          res.once('pipe', () => req.socket.destroy(Object.assign(new Error('fails'), failure)))
        })
        app.use(tell)
      }),
      expects: [{ fate: 'closed', slips }],
    }),
  ),
  {
    name: 'passes on that an answer has begun',
    program: app((app) => {
      const endWith: typeof tellError = (err, _req, res, _next) => res.end(`, ${err.message}`)
      app.get('/', (_req, res) => {
        res.write('early')
        res.sendFile(HELLO)
      })
      app.use(endWith)
    }),
    expects: [{ body: "early, Can't set headers after they are sent." }],
  },
])

describeBehaviours('res.download(path)', pair, [
  ...(
    [
      ['a path', [HELLO], 'attachment; filename=hello.txt'],
      ['a name', [HELLO, 'other.txt'], 'attachment; filename=other.txt'],
      ['a name in a folder', [HELLO, '/etc/x.txt'], 'attachment; filename=x.txt'],
      [
        'a wide name',
        [HELLO, '雪 ☃.txt'],
        'attachment; filename="? ?.txt"; filename*=UTF-8\'\'%E9%9B%AA%20%E2%98%83.txt',
      ],
      ['an empty name', [HELLO, ''], 'attachment; filename=hello.txt'],
      ['no name', [HELLO, undefined], 'attachment; filename=hello.txt'],
      ['null for a name', [HELLO, null], 'attachment; filename=hello.txt'],
      ['options', ['hello.txt', { root: PUBLIC }], 'attachment; filename=hello.txt'],
      [
        'a name and options',
        ['hello.txt', 'n.txt', { root: PUBLIC }],
        'attachment; filename=n.txt',
      ],
      ['null and options', ['hello.txt', null, { root: PUBLIC }], 'attachment; filename=hello.txt'],
      ['a name and null', [HELLO, 'n.txt', null], 'attachment; filename=n.txt'],
      ['null for headers', [HELLO, 'n.txt', { headers: null }], 'attachment; filename=n.txt'],
      [
        'headers, but not that one',
        [HELLO, 'n.txt', { headers: { 'X-Own': '1', 'content-DISPOSITION': 'inline' } }],
        'attachment; filename=n.txt',
      ],
      ['a name with quotes', [HELLO, 'a "b".txt'], 'attachment; filename="a \\"b\\".txt"'],
    ] as [string, [string, ...never[]], string][]
  ).map(
    ([name, args, disposition]): Case => ({
      name: `takes ${name}`,
      program: answering((_req, res) => res.download(...args)),
      expects: [{ status: 200, body: BODY, headers: { 'content-disposition': disposition } }],
    }),
  ),
  ...(
    [
      ['(path, callback)', (told) => [HELLO, told]],
      ['(path, name, callback)', (told) => [HELLO, 'hello.txt', told]],
      ['(path, options, callback)', (told) => ['hello.txt', { root: PUBLIC }, told]],
      ['(path, name, options, callback)', (told) => ['hello.txt', null, { root: PUBLIC }, told]],
      ['(path, options, undefined, callback)', (told) => [HELLO, { maxAge: 1 }, undefined, told]],
    ] as [string, (told: FileCallback) => unknown[]][]
  ).map(
    ([name, args]): Case => ({
      name: `calls back as ${name}`,
      program: telling((res, told) => res.download(...(args(told) as [string]))),
      expects: [{ status: 200, slips: ['told: undefined'] }],
    }),
  ),
  {
    name: 'sets no headers where there is no file, and passes the error on',
    program: app((app) => app.get('/', (_req, res) => res.download('missing')).use(tellError)),
    expects: [{ status: 404, headers: { 'content-disposition': undefined } }],
  },
  {
    name: 'tells the callback of a missing file',
    program: telling((res, told) => res.download('missing', told)),
    expects: [{ status: 200, slips: ['ENOENT 404'] }],
  },
  {
    name: 'is sent by res.sendFile, so that replacing that one is enough',
    program: answering((_req, res) => {
      res.sendFile = (path: string, options: unknown) =>
        res.json([path === HELLO, (options as SendFileOptions).headers])
      res.download(HELLO)
    }),
    expects: [{ body: /true,.*attachment; filename=hello.txt/ }],
  },
  ...Object.entries({ undefined, 'a number': 42, 'an object': {} }).map(
    ([name, path]): Case => ({
      name: `throws for ${name} as a path`,
      program: app((app) =>
        app.get('/', (_req, res) => res.download(path as never)).use(tellError),
      ),
      expects: [{ status: 500, body: /must be of type string/ }],
    }),
  ),
  ...Object.entries({ 'an object and null': [{}, null], 'a number': [42] }).map(
    ([name, args]): Case => ({
      name: `throws for ${name} as a name`,
      program: app((app) =>
        app.get('/', (_req, res) => res.download(HELLO, ...(args as [never]))).use(tellError),
      ),
      expects: [{ status: 500, body: /must be of type string/ }],
    }),
  ),
])

describe('the options of res.sendFile and res.download', () => {
  it.each(['sendFile', 'download'] as const)('are left as they are by res.%s', async (member) => {
    const given = async (framework: typeof express) => {
      const options = { root: PUBLIC }
      await observe(framework().get('/', (_req, res) => res[member]('hello.txt', options)))
      return Object.keys(options)
    }
    expect(await given(pair.frameworks.mini)).toEqual(['root'])
    const written = member === 'sendFile' ? ['root', 'etag'] : ['root']
    expect(await given(pair.frameworks.upstream)).toEqual(written)
  })
})
