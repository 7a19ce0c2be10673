import { Readable, Transform } from 'node:stream'
import { describeBehaviours } from '@await-next/oracle/vitest'
import { pair, using } from '../test/pair.ts'
import type { Context } from './index.ts'

/** Answers with whatever `read` finds. */
function telling(read: (ctx: Context) => unknown) {
  return using((ctx) => {
    ctx.body = { value: read(ctx) }
  })
}

/** A program that sets a body, and maybe something before and after. */
function setting(act: (ctx: Context) => void) {
  return using((ctx) => act(ctx))
}

const bodies: Record<string, [make: () => unknown, headers: Record<string, string | undefined>]> = {
  'a string': [
    () => 'hello',
    { 'content-type': 'text/plain; charset=utf-8', 'content-length': '5' },
  ],
  'a string like HTML': [() => ' <p>中', { 'content-type': 'text/html; charset=utf-8' }],
  'an empty string': [() => '', { 'content-length': '0' }],
  'a buffer': [
    () => Buffer.from([0, 255]),
    { 'content-type': 'application/octet-stream', 'content-length': '2' },
  ],
  'a typed array, which is JSON': [
    () => new Uint8Array([1]),
    { 'content-type': 'application/json; charset=utf-8' },
  ],
  'an object': [() => ({ a: ['中'] }), { 'content-type': 'application/json; charset=utf-8' }],
  'a number': [() => 7, { 'content-type': 'application/json; charset=utf-8' }],
  true: [() => true, { 'content-length': '4' }],
  false: [() => false, { 'content-length': '5' }],
  'a stream': [
    () => Readable.from(['a', 'b']),
    { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' },
  ],
  'a web stream': [
    () => new Blob(['web']).stream(),
    { 'content-type': 'application/octet-stream' },
  ],
  'a blob': [
    () => new Blob(['blob'], { type: 'text/csv' }),
    { 'content-type': 'text/csv; charset=utf-8', 'content-length': '4' },
  ],
  'a blob without a type': [
    () => new Blob(['blob']),
    { 'content-type': 'application/octet-stream' },
  ],
  'a fetch response': [
    () => new Response('r', { status: 201, headers: { 'X-R': '1' } }),
    { 'x-r': '1' },
  ],
  'a fetch response without a body': [() => new Response(null, { status: 202 }), {}],
  null: [() => null, { 'content-type': undefined }],
  undefined: [() => undefined, { 'content-type': undefined }],
}

describeBehaviours('ctx.body = value', pair, [
  ...Object.entries(bodies).map(([name, [make, headers]]) => ({
    name: `sends ${name}, and only its headers for HEAD`,
    program: setting((ctx) => {
      ctx.body = make()
    }),
    requests: [{}, { method: 'HEAD' }],
    expects: [{ headers, fate: 'kept' as const }],
  })),
  ...Object.entries(bodies).map(([name, [make]]) => ({
    name: `sends ${name} under a type and a status that are set`,
    program: setting((ctx) => {
      ctx.status = 418
      ctx.type = 'application/vnd.own+json'
      ctx.body = make()
    }),
    expects: [
      { headers: name === 'a fetch response' ? { 'x-r': '1' } : {}, fate: 'kept' as const },
    ],
  })),
  {
    name: 'replaces one body by another',
    program: setting((ctx) => {
      const { path } = ctx
      ctx.body = path === '/stream' ? Readable.from(['first']) : 'first, and longer'
      ctx.body = path === '/null' ? null : { second: true }
    }),
    requests: ['/', '/stream', '/null'].map((target) => ({ target })),
    expects: [
      { body: '{"second":true}', headers: { 'content-type': 'application/json; charset=utf-8' } },
      { body: '{"second":true}' },
      { status: 204 },
    ],
  },
  {
    name: 'keeps a stream that the new one transforms',
    program: setting((ctx) => {
      const source = Readable.from(['loud'])
      ctx.body = source
      ctx.body = source.pipe(
        new Transform({ transform: (chunk, _, done) => done(null, String(chunk).toUpperCase()) }),
      )
    }),
    expects: [{ body: 'LOUD' }],
  },
  {
    name: 'makes null of nothing under JSON',
    program: setting((ctx) => {
      ctx.type = 'json'
      ctx.body = null
    }),
    expects: [{ status: 404, body: 'null' }],
  },
  {
    name: 'sends nothing at all for null under a status that is set afterwards',
    program: setting((ctx) => {
      ctx.body = null
      ctx.status = 200
    }),
    expects: [{ status: 200, body: '', headers: { 'content-length': '0' } }],
  },
  {
    name: 'tells of a stream that fails before anything was sent',
    program: setting((ctx) => {
      ctx.body = new Readable({
        read() {
          this.destroy(new Error('no bytes'))
        },
      })
    }),
    expects: [{ slips: ['no bytes'] }],
  },
  {
    name: 'cuts a stream that fails in the middle',
    program: setting((ctx) => {
      const parts = ['some bytes']
      ctx.body = new Readable({
        read() {
          const part = parts.shift()
          if (part) this.push(part)
          else setImmediate(() => this.destroy(new Error('half way')))
        },
      })
    }),
    expects: [{ slips: ['half way'] }],
  },
  {
    name: 'fails for a cycle',
    program: setting((ctx) => {
      const cycle: Record<string, unknown> = {}
      cycle['self'] = cycle
      ctx.body = cycle
    }),
    expects: [{ status: 500, slips: ['circular'] }],
  },
])

describeBehaviours('ctx.status = code', pair, [
  {
    name: 'sets status and message, and drops a body that cannot be',
    program: setting((ctx) => {
      ctx.body = 'body'
      ctx.status = Number(ctx.path.slice(1))
    }),
    requests: ['/201', '/204', '/205', '/304', '/404', '/599', '/799'].map((target) => ({
      target,
    })),
    expects: [
      { status: 201, body: 'body' },
      { status: 204, body: '', headers: { 'content-type': undefined } },
      { status: 205 },
      { status: 304 },
      { status: 404, body: 'body' },
      { status: 599 },
      { status: 799 },
    ],
  },
  {
    name: 'refuses what is no status',
    program: setting((ctx) => {
      ctx.status = ctx.query['text'] ? ('200' as unknown as number) : Number(ctx.path.slice(1))
    }),
    requests: ['/99', '/1000', '/1.5', '/NaN', '/?text=1'].map((target) => ({ target })),
    expects: [
      { status: 500, slips: ['invalid status code: 99'] },
      { slips: ['invalid status code: 1000'] },
      { slips: ['status code must be a number'] },
    ],
  },
  {
    name: 'says the status in words where there is no body',
    program: setting((ctx) => {
      ctx.status = Number(ctx.path.slice(1))
      if (ctx.query['message']) ctx.message = 'Own Words'
    }),
    requests: ['/200', '/400', '/599', '/200?message=1'].map((target) => ({ target })),
    expects: [{ body: 'OK' }, { body: 'Bad Request' }, { body: '599' }, { body: 'Own Words' }],
  },
])

describeBehaviours('ctx.type, ctx.length', pair, [
  {
    name: 'take extensions and media types, and forget what is unknown',
    program: using((ctx) => {
      ctx.type = ctx.query['type'] as string
      ctx.set('X-Type', `[${ctx.type}]`)
      ctx.body = 'x'
    }),
    requests: ['html', '.json', 'image/png', 'text/plain; charset=latin1', 'nonsense', ''].map(
      (type) => ({ target: `/?type=${encodeURIComponent(type)}` }),
    ),
    expects: [
      { headers: { 'x-type': '[text/html]', 'content-type': 'text/html; charset=utf-8' } },
      { headers: { 'x-type': '[application/json]' } },
      {},
      { headers: { 'content-type': 'text/plain; charset=latin1' } },
      { headers: { 'x-type': '[]' } },
    ],
  },
  {
    name: 'know the length of each kind of body',
    program: telling((ctx) =>
      [undefined, null, '中', Buffer.from('ab'), { a: 1 }, Readable.from([])].map((body) => {
        ctx.response._body = body
        ctx.remove('Content-Length')
        return ctx.length ?? 'unknown'
      }),
    ),
    expects: [{ body: '{"value":["unknown","unknown",3,2,7,"unknown"]}' }],
  },
  {
    name: 'leave a chunked response without a length',
    program: setting((ctx) => {
      ctx.set('Transfer-Encoding', 'chunked')
      ctx.body = 'chunked'
    }),
    expects: [
      { headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' }, body: 'chunked' },
    ],
  },
])

describeBehaviours('ctx.set(field, value)', pair, [
  {
    name: 'sets, appends, removes and reads headers',
    program: setting((ctx) => {
      ctx.set('X-One', '1')
      ctx.set({ 'X-Two': '2', 'X-List': ['a', 'b'] })
      ctx.append('X-One', '1b')
      ctx.append('X-New', 'n')
      ctx.append('X-List', ['c', 'd'])
      ctx.set('X-Gone', 'x')
      ctx.remove('X-Gone')
      ctx.body = [ctx.response.get('x-one'), ctx.has('x-gone'), ctx.response.header]
    }),
    expects: [{ headers: { 'x-one': '1\n1b', 'x-list': 'a\nb\nc\nd', 'x-gone': undefined } }],
  },
  {
    name: 'takes a list of one type, and no more',
    program: setting((ctx) => {
      ctx.set('Content-Type', ctx.path === '/one' ? ['text/css'] : ['text/css', 'text/html'])
      ctx.body = 'x'
    }),
    requests: [{ target: '/one' }, { target: '/two' }],
    expects: [
      { headers: { 'content-type': 'text/css' } },
      { status: 500, slips: ['must contain exactly one value'] },
    ],
  },
  {
    name: 'ignores what has no name, and refuses a line break',
    program: setting((ctx) => {
      ctx.set('', 'x')
      if (ctx.path === '/bad') ctx.set('X-Bad', 'a\r\nb: c')
      ctx.body = 'x'
    }),
    requests: [{}, { target: '/bad' }],
    expects: [{ status: 200 }, { status: 500 }],
  },
])

describeBehaviours('ctx.redirect(url)', pair, [
  {
    name: 'redirects with text or HTML, as the client likes it',
    program: setting((ctx) => ctx.redirect(ctx.query['to'] as string)),
    requests: [
      '/next?a=<b>',
      'http://example.com\\@evil.example/x',
      'https://example.com/ü "',
      '//other',
    ].flatMap((to) =>
      ['text/html', 'text/plain'].map((accept) => ({
        target: `/?to=${encodeURIComponent(to)}`,
        headers: [['Accept', accept]] as const,
      })),
    ),
    expects: [
      {
        status: 302,
        headers: { location: '/next?a=%3Cb%3E' },
        body: 'Redirecting to /next?a=&lt;b&gt;.',
      },
      { body: 'Redirecting to /next?a=<b>.' },
    ],
  },
  {
    name: 'keeps a redirect status, and goes back to the same host only',
    program: setting((ctx) => {
      if (ctx.path === '/301') ctx.status = 301
      if (ctx.path === '/200') ctx.status = 200
      ctx.back('/home')
    }),
    requests: [
      { target: '/301' },
      { target: '/200' },
      {
        headers: [
          ['Host', 'own.example'],
          ['Referrer', 'http://own.example/before'],
        ],
      },
      {
        headers: [
          ['Host', 'own.example'],
          ['Referer', 'http://other.example/before'],
        ],
      },
      {
        headers: [
          ['Host', 'own.example'],
          ['Referer', '/relative'],
        ],
      },
    ],
    expects: [
      { status: 301, headers: { location: '/home' } },
      { status: 302 },
      { headers: { location: 'http://own.example/before' } },
      { headers: { location: '/home' } },
      { headers: { location: '/relative' } },
    ],
  },
])

describeBehaviours('ctx.attachment(filename)', pair, [
  {
    name: 'names the file and its type',
    program: setting((ctx) => {
      const { name, fallback } = ctx.query
      ctx.attachment(name as string, fallback ? { fallback: false } : undefined)
      ctx.body = 'x'
    }),
    requests: [
      '/',
      '/?name=a/image.png',
      '/?name=%E6%97%A5.txt',
      '/?name=%E6%97%A5.txt&fallback=0',
    ].map((target) => ({ target })),
    expects: [
      { headers: { 'content-disposition': 'attachment' } },
      {
        headers: {
          'content-disposition': 'attachment; filename="image.png"',
          'content-type': 'image/png',
        },
      },
    ],
  },
])

describeBehaviours('ctx.etag, ctx.lastModified, ctx.vary', pair, [
  {
    name: 'quote tags, format dates and add names once',
    program: setting((ctx) => {
      ctx.etag = ctx.query['tag'] as string
      ctx.lastModified = '2026-01-01T00:00:00Z'
      ctx.vary('Accept')
      ctx.vary(['Origin', 'accept'])
      ctx.body = [ctx.etag, ctx.lastModified, ctx.response.lastModified instanceof Date]
    }),
    requests: ['/?tag=v1', '/?tag="v1"', '/?tag=W/"v1"'].map((target) => ({ target })),
    expects: [
      {
        headers: {
          etag: '"v1"',
          'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
          vary: 'Accept, Origin',
        },
      },
      { headers: { etag: '"v1"' } },
      { headers: { etag: 'W/"v1"' } },
    ],
  },
])

describeBehaviours('ctx.respond = false', pair, [
  {
    name: 'leaves the answer to somebody else',
    program: setting((ctx) => {
      ctx.respond = false
      ctx.res.statusCode = 202
      setImmediate(() => ctx.res.end('by hand, later'))
    }),
    expects: [{ status: 202, body: 'by hand, later' }],
  },
  {
    name: 'is not needed where the answer has ended already',
    program: setting((ctx) => {
      ctx.res.end('by hand')
      ctx.body = 'too late'
    }),
    expects: [{ status: 404, body: 'by hand' }],
  },
  {
    name: 'sends headers early with flushHeaders',
    program: setting((ctx) => {
      ctx.status = 200
      ctx.type = 'text/plain'
      ctx.flushHeaders()
      ctx.status = 500
      ctx.body = 'after the headers'
    }),
    expects: [{ status: 200, body: 'after the headers' }],
  },
])
