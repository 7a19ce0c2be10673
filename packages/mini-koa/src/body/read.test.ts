import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { connect } from 'node:net'
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { observe, type RequestSpec, serve, type Target } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import { describeBodies, post, showing, shown } from '../../test/bodies.ts'
import {
  bodyPair,
  describePrograms,
  type Library,
  mini,
  type Row,
  upstream,
} from '../../test/pair.ts'
import type { Middleware } from '../index.ts'

type ProgramRow = Row<(library: Library) => Target>

const JSON_TYPE = 'application/json'
const FORM = 'application/x-www-form-urlencoded'
const TEXT = 'text/plain'

const coded = (coding: string, bytes: Buffer | string, type = JSON_TYPE) =>
  post(type, bytes, [['Content-Encoding', coding]])

// biome-ignore format: a table
describeBodies('koaBody() and Content-Encoding', [
  ['inflates gzip', {}, { body: shown({ a: 1 }) }, coded('gzip', gzipSync('{"a":1}'))],
  ['inflates deflate', {}, { body: shown({ a: 1 }) }, coded('deflate', deflateSync('{"a":1}'))],
  ['inflates gzip called deflate', {}, { body: shown({ a: 1 }) }, coded('deflate', gzipSync('{"a":1}'))],
  ['inflates br', {}, { body: shown({ a: 1 }) }, coded('br', brotliCompressSync('{"a":1}'))],
  ['inflates a form', {}, { body: shown({ a: '1' }) }, coded('gzip', gzipSync('a=1'), FORM)],
  ['inflates a text', {}, { body: shown('a') }, coded('gzip', gzipSync('a'), TEXT)],
  ['inflates two members', {}, { body: shown('ab') }, coded('gzip', Buffer.concat([gzipSync('a'), gzipSync('b')]), TEXT)],
  ['reads identity', {}, { body: shown({ a: 1 }) }, coded('identity', '{"a":1}')],
  ['reads a coding of no text', {}, { body: shown({ a: 1 }) }, coded('', '{"a":1}')],
  ['refuses a coding that it does not know', {}, { status: 415, body: /Unsupported Content-Encoding: zip/ }, coded('zip', '{"a":1}')],
  ['knows codings in lower case only', {}, { status: 415, body: /Unsupported Content-Encoding: GZIP/ }, coded('GZIP', gzipSync('{}'))],
  ['refuses two codings', {}, 415, coded('gzip, gzip', gzipSync(gzipSync('{}')))],
  ['refuses what is not gzipped', {}, { status: 500, body: /incorrect header check/ }, coded('gzip', '{"a":1}')],
  ['refuses raw deflate', {}, 500, coded('deflate', deflateRawSync('{"a":1}'))],
  ['refuses what is cut off', {}, { status: 500, body: /unexpected end of file/ }, coded('gzip', gzipSync('{"a":1}').subarray(0, -9))],
  ['refuses nothing gzipped', {}, { status: 500, body: /unexpected end of file/ }, coded('gzip', '')],
  ['refuses what is not br', {}, 500, coded('br', '{"a":1}')],
  ['keeps the text for rawBody', { includeUnparsed: true }, { body: shown({ a: '1' }, { rawBody: 'a=1' }) }, coded('gzip', gzipSync('a=1'), FORM)],
  ['refuses a bomb', {}, { status: 413, body: /"limit":57344/ }, coded('gzip', gzipSync(Buffer.alloc(10_000_000)), TEXT)],
])

const UTF16 = Buffer.from('{"a":"中"}', 'utf16le')

// biome-ignore format: a table
describeBodies('koaBody({ encoding })', [
  ['decodes all kinds', { encoding: 'latin1' }, { body: shown({ a: 'é' }) }, post(JSON_TYPE, Buffer.from('{"a":"é"}', 'latin1'))],
  ['decodes a form', { encoding: 'latin1' }, { body: shown({ a: 'é' }) }, post(FORM, Buffer.from('a=é', 'latin1'))],
  ['decodes a text', { encoding: 'koi8-r' }, { body: shown('Б') }, post(TEXT, Buffer.from([0xe2]))],
  ['decodes UTF-16', { encoding: 'utf-16le' }, { body: shown({ a: '中' }) }, post(JSON_TYPE, UTF16)],
  ['is UTF-8 for JSON where it is no text', { encoding: '' }, { body: shown(['é']) }, post(JSON_TYPE, '["é"]')],
  ['is UTF-8 for a form where it is no text', { encoding: '' }, { body: shown({ a: 'é' }) }, post(FORM, 'a=é')],
  ['leaves a text bytes where it is no text', { encoding: '' }, { body: shown(Buffer.from('é')) }, post(TEXT, 'é')],
  ['refuses what nobody knows', { encoding: 'x-own' }, { status: 415, body: /specified encoding unsupported.+"encoding":"x-own","type":"encoding.unsupported"/ }, post(TEXT, 'a')],
  ['pays no heed to the charset of JSON', {}, { body: shown({ a: '\ufffd' }) }, post(`${JSON_TYPE}; charset=latin1`, Buffer.from('{"a":"é"}', 'latin1'))],
  ['pays no heed to the charset of a text', {}, 200, post(`${TEXT}; charset=utf-16`, Buffer.from('a', 'utf16le'))],
  ['pays no heed to a charset that does not exist', {}, { body: shown('a') }, post(`${TEXT}; charset=x-own`, 'a')],
])

// biome-ignore format: a table
describeBodies('koaBody({ includeUnparsed })', [
  ['keeps the text of JSON', { includeUnparsed: true }, { body: shown({ a: 1 }, { rawBody: ' {"a": 1}' }) }, post(JSON_TYPE, ' {"a": 1}')],
  ['keeps the text of a form', { includeUnparsed: true }, { body: shown({ a: '1' }, { rawBody: '&a=1' }) }, post(FORM, '&a=1')],
  ['keeps a text', { includeUnparsed: true }, { body: shown('a', { rawBody: 'a' }) }, post(TEXT, 'a')],
  ['keeps an empty text', { includeUnparsed: true }, { body: shown({}, { rawBody: '' }) }, post(JSON_TYPE, '')],
  ['keeps nothing of an empty text that is JSON', { includeUnparsed: true, jsonStrict: false }, { body: shown('', { rawBody: '' }) }, post(JSON_TYPE, '')],
  ['keeps nothing of what is malformed', { includeUnparsed: true }, { status: 400, body: /"keys":\["status","body"\]/ }, post(JSON_TYPE, '{')],
  ['is off', {}, { body: shown('a') }, post(TEXT, 'a')],
])

const cut = (length: number, body: string) => ({
  ...post(JSON_TYPE, body, [['Content-Length', String(length)]]),
  patience: 150,
})

// biome-ignore format: a table
const lengths: readonly ProgramRow[] = [
  ['reads what is announced', showing({}), { status: 200, body: shown({ a: 1 }) }, cut(7, '{"a":1}')],
  ['reads no more than is announced', showing({}), { status: 400, body: '', fate: 'closed' }, cut(2, '{}{}')],
  ['waits for the rest', showing({}), { fate: 'no answer' }, cut(8, '{"a":1}')],
  ['does not wait for a body that is too long', showing({}), { status: 413 }, cut(9_999_999, '{"a":1}')],
  ['does not wait for one of a coding that it does not know', showing({}), 415, post(JSON_TYPE, '{}', [['Content-Encoding', 'x'], ['Content-Length', '99']])],
  ['does not wait for a body that is not for it', showing({}), { status: 200, body: '{ request: {}, req: {} }' }, post('image/png', 'x', [['Content-Length', '99']])],
  ['sees to it that the client may leave', showing({}), { fate: 'aborted' }, { ...cut(99, '{"a":'), abort: 'after-request' }],
  ['goes on after a body', showing({}), { status: 200, body: shown({ b: 2 }) }, [cut(7, '{"a":1}'), cut(7, '{"b":2}')]],
  ['goes on after a body that is malformed', showing({}), { status: 200, body: shown({ b: 2 }) }, [cut(3, '{"a'), cut(7, '{"b":2}')]],
]

describePrograms('koaBody() and Content-Length', lengths, bodyPair)

// biome-ignore format: a table
describeBodies('koaBody() behind another reader', [
  ['refuses a body that has been read', { before: async (ctx, next) => { ctx.req.resume(); await new Promise((resolve) => ctx.req.once('end', resolve)); await next() } }, { status: 500, body: /"stream is not readable"/ }, post(JSON_TYPE, '{}')],
  ['refuses a body that is being decoded', { before: (ctx, next) => { ctx.req.setEncoding('utf8'); return next() } }, { status: 500, body: /stream encoding should not be set/ }, post(JSON_TYPE, '{}')],
])

describe('what is different on purpose', () => {
  const large = gzipSync(randomBytes(1_000_000))
  const announced: RequestSpec = post(TEXT, large.subarray(0, 100), [
    ['Content-Encoding', 'gzip'],
    ['Content-Length', '9999'],
  ])

  it('a body that is being inflated is an error when the client leaves', async () => {
    const settled = new EventEmitter<{ settled: [err: unknown] }>()
    const known = once(settled, 'settled')
    const before: Middleware = (_ctx, next) => next().catch((err) => settled.emit('settled', err))
    await observe(showing({ before })(mini), { ...announced, abort: 'after-request' })
    expect(await known).toMatchObject([{ message: 'request aborted', type: 'request.aborted' }])
  })

  it('a body that is being inflated and is too large leaves the connection to the next', async () => {
    const { port, close } = await serve(showing({})(mini))
    const socket = connect(port, '127.0.0.1')
    try {
      const head = `POST / HTTP/1.1\r\nHost: h\r\nContent-Type: ${TEXT}\r\n`
      socket.write(`${head}Content-Encoding: gzip\r\nContent-Length: ${large.length}\r\n\r\n`)
      socket.write(large)
      socket.write(`${head}Content-Length: 4\r\n\r\nnext`)
      let answers = ''
      for await (const bytes of socket) {
        answers += bytes
        if (answers.includes("body: 'next'")) break
      }
      expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200'])
    } finally {
      socket.destroy()
      await close()
    }
  })

  it('a body that is too large before it is malformed is no uncaught error', async () => {
    const gzip = createGzip()
    gzip.write('a'.repeat(100))
    await new Promise<void>((resolve) => gzip.flush(() => resolve()))
    const begun: Buffer = gzip.read()
    const program = (library: Library) => {
      const app = new library.Koa()
      app.silent = true
      // Koa goes on once the rest of the request has come.
      return app
        .use(async (ctx, next) => {
          const ended = once(ctx.req, 'close')
          await next().catch((err) => ctx.throw(err.status))
          await ended
        })
        .use(library.koaBody({ textLimit: 10 }))
    }
    const request = post(TEXT, [begun, Buffer.alloc(100, 255)], [['Content-Encoding', 'gzip']])
    expect(await observe(program(upstream), request)).toMatchObject({
      slips: [{ kind: 'uncaughtException' }],
    })
    expect(await observe(program(mini), request)).toMatchObject({
      slips: [],
      answers: [{ status: 413 }],
    })
  })
})
