import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { answering, app, pair, tellError } from '../test/pair.ts'
import type { RequestHandler } from './index.ts'

/** Texts in which bytes, characters and encodings part ways. */
const TEXTS: Record<string, string> = {
  ASCII: 'plain text',
  'a control character': 'bell \x07 null \0',
  Latin: 'é ü ÿ',
  Chinese: '中文',
  'an emoji': '👋🏽',
  'half a pair': '\ud83d alone',
  'a byte order mark': '\ufeffmarked',
  '999 characters': 'x'.repeat(999),
  '1000 characters': 'x'.repeat(1000),
  '1025 characters': 'y'.repeat(1025),
  '999 wide characters': '宽'.repeat(999),
  '70,000 characters': 'long '.repeat(14000),
}

/** A header which is not ASCII: its bytes must not depend on how the body is written. */
const withWideHeader: RequestHandler = (_req, res, next) => {
  res.set('X-Wide', 'caf\u00e9')
  next()
}

describeBehaviours('res.send(text)', pair, [
  ...Object.entries(TEXTS).flatMap(([name, text]) =>
    ['weak', 'strong', false].map((etag) => ({
      name: `sends ${name} byte by byte, with etag ${etag}`,
      program: app((app) =>
        app
          .set('etag', etag as 'weak')
          .use(withWideHeader)
          .get('/', (_req, res) => res.send(text)),
      ),
      // Twice: the second time the tag may be remembered.
      requests: [{}, {}, { method: 'HEAD' }],
      expects: [{ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }],
    })),
  ),
])

const BYTES = {
  'an empty buffer': Buffer.alloc(0),
  'a buffer': Buffer.from([0, 128, 255]),
  'a view of a part': new Uint8Array(Buffer.from('abcdef')).subarray(2, 4),
}

/** Cut to bytes for the tag; Node itself takes none of them. */
const NUMBERS = {
  'wide numbers': new Uint16Array([1, 256, 65535]),
  floats: new Float64Array([1.5, 300]),
}

describeBehaviours('res.send(bytes)', pair, [
  ...Object.entries({ ...BYTES, ...NUMBERS }).map(([name, body]) => ({
    name: `sends ${name}, with a tag`,
    program: answering((_req, res) => res.send(body)),
    expects: [{ status: 200, headers: { 'content-type': 'application/octet-stream' } }],
  })),
  ...Object.entries(BYTES).map(([name, body]) => ({
    name: `sends ${name}, without a tag`,
    program: app((app) => app.disable('etag').use((_req, res) => res.send(body))),
    expects: [{ status: 200, headers: { 'content-type': 'application/octet-stream' } }],
  })),
  ...Object.entries(NUMBERS).map(([name, body]) => ({
    name: `cannot send ${name} without a tag`,
    program: app((app) =>
      app
        .disable('etag')
        .use((_req, res) => res.send(body))
        .use(tellError),
    ),
    expects: [
      { status: 500, body: /must be of type string or an instance of Buffer or Uint8Array/ },
    ],
  })),
  {
    name: 'keeps the type that is set',
    program: answering((_req, res) => res.type('image/png').send(Buffer.from('not quite'))),
    expects: [{ headers: { 'content-type': 'image/png' } }],
  },
])

describeBehaviours('res.send(data)', pair, [
  ...Object.entries({
    'an array': [1, 'two', null],
    'an object with toJSON': { toJSON: () => 'own JSON' },
    'a Date': new Date(0),
    'a Map, as JSON knows it': new Map([['a', 1]]),
    zero: 0,
    NaN: Number.NaN,
    true: true,
    'an ArrayBuffer, as JSON knows it': new ArrayBuffer(4),
  }).map(([name, body]) => ({
    name: `sends ${name}`,
    program: answering((_req, res) => res.send(body)),
    expects: [{ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } }],
  })),
  {
    name: 'is sent by res.json, so that replacing that one is enough',
    program: answering((_req, res) => {
      res.json = (value) => res.send(`replaced: ${Object.keys(value as object)}`)
      res.send({ a: 1 })
    }),
    expects: [{ body: 'replaced: a' }],
  },
])

describeBehaviours('the setting etag', pair, [
  {
    name: 'gives a function the bytes, whatever was sent',
    program: app((app) => {
      app.set('etag', (body: Buffer, encoding?: string) => `"${Buffer.isBuffer(body)} ${encoding}"`)
      app.get('/text', (_req, res) => res.send('text'))
      app.get('/wide', (_req, res) => res.send('宽'))
      app.get('/json', (_req, res) => res.send({ a: 1 }))
      app.get('/bytes', (_req, res) => res.send(Buffer.from('x')))
    }),
    requests: ['/text', '/wide', '/json', '/bytes'].map((target) => ({ target })),
    expects: [{ headers: { etag: '"true undefined"' } }],
  },
  {
    name: 'lets a function make none',
    program: app((app) => app.set('etag', () => undefined).use((_req, res) => res.send('x'))),
    expects: [{ headers: { etag: undefined } }],
  },
  {
    name: 'does not replace a tag that is set',
    program: answering((_req, res) => res.set('ETag', '"mine"').send('x')),
    requests: [{}, { headers: [['If-None-Match', '"mine"']] }],
    expects: [{ headers: { etag: '"mine"' } }, { status: 304, body: '' }],
  },
])

describeValues('the setting etag fn', pair, [
  {
    name: 'makes tags of text as well, in any encoding',
    compute: (framework) => {
      const tag = framework().get('etag fn')
      const first = tag('text')
      return [tag('宽'), tag('dGV4dA==', 'base64'), tag(Buffer.from('text'))].map(
        (other) => other === first,
      )
    },
    expected: [false, true, true],
  },
])

describeBehaviours('a status that allows no body', pair, [
  ...[204, 205, 304].flatMap((status) =>
    ['text', Buffer.from('bytes'), { data: 1 }, undefined, null].map((body) => ({
      name: `${status} is sent without ${JSON.stringify(body) ?? 'anything'}`,
      program: answering((_req, res) =>
        res.set('Transfer-Encoding', 'chunked').status(status).send(body),
      ),
      expects: [{ status, body: '' }],
    })),
  ),
])

describeBehaviours('freshness', pair, [
  {
    name: 'turns a 200 or 201 into a 304, and nothing else',
    program: app((app) => {
      app.all('/:status', (req, res) =>
        res.status(Number(req.params.status)).set('ETag', '"v"').send('body'),
      )
    }),
    requests: ['/200', '/201', '/304', '/404', '/500'].flatMap((target) =>
      ['GET', 'HEAD', 'POST'].map((method) => ({
        method,
        target,
        headers: [['If-None-Match', 'W/"v"']] as const,
      })),
    ),
    expects: [{ status: 304, body: '' }, { status: 304 }, { status: 200 }],
  },
])
