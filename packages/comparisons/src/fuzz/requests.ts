/**
 * Random requests: well-formed ones, odd ones, and bytes that no client would send.
 *
 * @module
 */
import type { RequestSpec } from '@await-next/oracle'
import fc from 'fast-check'

/** How long silence is waited for, in milliseconds: most programs that never answer show it at once. */
export const PATIENCE = 150

const METHODS = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const ODD_METHODS = ['TRACE', 'PURGE', 'M-SEARCH', 'PROPFIND', 'QUERY', 'get', 'FOO', 'CONNECT']

const SEGMENTS = ['a', 'A', 'b', '7', 'a%20b', '%C3%A9', 'reg', 'rest', '.', '..', '']
const ODD_SEGMENTS = [
  '%',
  '%2F',
  '%E0%A4%A',
  '%00',
  '\xe9',
  ';a=1',
  'a:b',
  '*',
  '%ff',
  '\'"<>',
  '@x',
  '__proto__',
]

const QUERIES = [
  '',
  '',
  '',
  '?',
  '?a=1',
  '?a=1&a=2',
  '?a[b]=c&a[d]=e',
  '?skip',
  '?callback=f.g',
  '?cb=h',
]
const ODD_QUERIES = [
  '?a=%',
  '?a=%E0%A4%A',
  '?__proto__[x]=1',
  '?a[]=1&a[5]=2',
  '?=',
  '?&&',
  '?a=b?c#d',
  '?deny',
  '?mute',
  '?\xe9=\xe9',
  '?callback=f%20g',
]

const ODD_TARGETS = [
  '*',
  'http://other.example/a?x=1',
  '//a',
  '//a//b',
  '/a/../b',
  '/a#b',
  '?a=1',
  'a',
  'http://',
  '/a\\b',
  `/${'a'.repeat(3000)}`,
]

const target = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.array(
          fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom(...SEGMENTS) },
            { weight: 1, arbitrary: fc.constantFrom(...ODD_SEGMENTS) },
          ),
          { maxLength: 4 },
        ),
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...QUERIES) },
          { weight: 1, arbitrary: fc.constantFrom(...ODD_QUERIES) },
        ),
      )
      .map(([segments, query]) => `/${segments.join('/')}${query}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_TARGETS) },
)

type Header = readonly [name: string, value: string]

const HEADERS: readonly Header[] = [
  ['Accept', 'application/json'],
  ['Accept', 'text/html;q=0.5, */*;q=0.1'],
  ['Accept', 'image/png'],
  ['Accept', ';;;'],
  ['Accept-Charset', 'latin1'],
  ['Accept-Encoding', 'br;q=0, gzip'],
  ['Accept-Language', 'zh-CN, en;q=0.3'],
  ['If-None-Match', '"tag"'],
  ['If-None-Match', '*'],
  ['If-None-Match', 'W/"6-ZR"'],
  ['If-Modified-Since', 'Wed, 02 Jan 2030 00:00:00 GMT'],
  ['If-Modified-Since', 'never'],
  ['Cache-Control', 'no-cache'],
  ['Range', 'bytes=0-1'],
  ['Range', 'bytes=5-1, x'],
  ['Cookie', 'c=a; c=b; d="e f"; =; s=%zz'],
  ['Cookie', 'c=a'],
  ['Referrer', '/from'],
  ['Referer', 'http://other.example/from'],
  ['Host', 'a.b.example:80'],
  ['Host', '[::1]:8080'],
  ['Host', ''],
  ['Host', '@:'],
  ['X-Forwarded-For', '10.0.0.1, 10.0.0.2'],
  ['X-Forwarded-Host', 'fwd.example, other.example'],
  ['X-Forwarded-Proto', 'https, http'],
  ['X-Forwarded-Proto', ''],
  ['X-Requested-With', 'XMLHttpRequest'],
  ['X-A', 'one'],
  ['x-a', 'two'],
  ['X-A', '\xe9'],
  ['Connection', 'close'],
  ['Connection', 'keep-alive, X-A'],
  ['Expect', '100-continue'],
  ['Expect', 'wonders'],
  ['Upgrade', 'h2c'],
  ['X-Huge', 'x'.repeat(17_000)],
]

const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=latin9',
  'application/vnd.a+json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'text/plain; charset=utf-16',
  'application/octet-stream',
  'multipart/form-data',
  'nonsense',
  '',
]
const BODIES = [
  '',
  '{}',
  '{"a":1}',
  '[1',
  '5',
  '{"__proto__":{"x":1}}',
  'a=1&b[c]=2&b[d]=3',
  'a=%zz&a',
  '\u00e9',
  'x'.repeat(120),
  '\0\x01',
]

/** How a body is framed. */
const framings: Readonly<Record<string, (text: string) => Pick<RequestSpec, 'body' | 'headers'>>> =
  {
    'by its length': (text) => ({ body: text }),
    'in chunks': (text) => ({ body: text.length > 1 ? [text.slice(0, 1), text.slice(1)] : text }),
    'as gzip, which it is not': (text) => ({ body: text, headers: [['Content-Encoding', 'gzip']] }),
    'by a length that is too short': (text) => ({
      body: text,
      headers: [['Content-Length', String(Math.max(0, Buffer.byteLength(text) - 1))]],
    }),
  }

const body = fc.record({
  type: fc.constantFrom(...TYPES),
  text: fc.constantFrom(...BODIES),
  framing: fc.constantFrom(...Object.keys(framings)),
})

/** A request that any client could send, however odd. */
const written: fc.Arbitrary<RequestSpec> = fc
  .record(
    {
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...METHODS) },
        { weight: 1, arbitrary: fc.constantFrom(...ODD_METHODS) },
      ),
      target,
      headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 4 }),
      sent: body,
      abort: fc.constantFrom('after-request' as const, 'after-first-byte' as const),
    },
    { requiredKeys: ['method', 'target', 'headers'] },
  )
  .map(({ method, target, headers, sent, abort }) => {
    const framed = sent && framings[sent.framing]?.(sent.text)
    const type: Header[] = sent && sent.type !== '' ? [['Content-Type', sent.type]] : []
    return {
      method,
      target,
      headers: [...headers, ...type, ...(framed?.headers ?? [])],
      ...(framed && { body: framed.body }),
      ...(abort && { abort }),
    }
  })

const HOST = 'Host: raw.example'

/** Bytes as they would never leave a client. Each answers, is refused or is silence, in the same way on both. */
const RAW = [
  `GET /a HTTP/1.1\r\n\r\n`,
  `GET /a HTTP/1.0\r\n\r\n`,
  `GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`,
  `GET /a HTTP/2.0\r\n${HOST}\r\n\r\n`,
  `GET  /a HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `GET /a b HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `GET /a\r\n\r\n`,
  `GET /a HTTP/1.1\n${HOST}\n\n`,
  `GET /a HTTP/1.1\r\n${HOST}\r\n${HOST}\r\n\r\n`,
  `GET /a HTTP/1.1\r\n${HOST}\r\n folded\r\n\r\n`,
  `GET /a HTTP/1.1\r\n${HOST}\r\nX A: 1\r\n\r\n`,
  `GET /a HTTP/1.1\r\n${HOST}\r\nX-A: a\0b\r\n\r\n`,
  `GET /\xff HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `\r\n\r\nGET /a HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `G\xe9T / HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nContent-Length: -1\r\n\r\n`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nContent-Length: 50\r\n\r\nshort`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n0\r\nX-Trailer: t\r\n\r\n`,
  `POST /a HTTP/1.1\r\n${HOST}\r\nTransfer-Encoding: gzip, identity\r\n\r\n`,
  `GET /a HTTP/1.1\r\n${HOST}\r\nX: ${'y'.repeat(80_000)}\r\n\r\n`,
] as const

const raw: fc.Arbitrary<RequestSpec> = fc.constantFrom(...RAW).map((text) => ({
  name: JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text),
  raw: Buffer.from(text, 'latin1'),
}))

/** Several requests in one go: each must get its own answer, in their order. */
const pipelined: fc.Arbitrary<RequestSpec> = fc
  .array(target, { minLength: 2, maxLength: 4 })
  .map((targets) => {
    const last = targets.length - 1
    const texts = targets.map(
      (target, at) =>
        `GET ${target.replaceAll(' ', '%20')} HTTP/1.1\r\n${HOST}\r\n${at === last ? 'Connection: close\r\n' : ''}\r\n`,
    )
    return {
      name: `pipelined: ${targets.join(' ')}`,
      raw: Buffer.from(texts.join(''), 'latin1'),
      answers: targets.length,
    }
  })

/** What one program is asked, one request after the other. */
export const requests: fc.Arbitrary<RequestSpec[]> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: written },
      { weight: 2, arbitrary: raw },
      { weight: 1, arbitrary: pipelined },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((request) => ({ patience: PATIENCE, ...request })))
