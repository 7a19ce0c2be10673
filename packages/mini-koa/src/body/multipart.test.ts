import { EventEmitter, once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { type Observation, observe, type RequestSpec } from '@await-next/oracle'
import type { File, Part } from 'formidable'
import { describe, expect, it } from 'vitest'
import {
  BOUNDARY,
  describeBodies,
  field,
  file,
  form,
  multipart,
  type Options,
  part,
  post,
  showing,
  shown,
  uploadFolder,
  whole,
} from '../../test/bodies.ts'
import { type Library, mini, upstream } from '../../test/pair.ts'
import type { Context, Middleware } from '../index.ts'
import type { ExtendedFormidableOptions } from './index.ts'

const folder = uploadFolder()

/** Into a folder of our own, which tests find empty and leave so. */
const into = (formidable: ExtendedFormidableOptions = {}): Options =>
  multipart({ uploadDir: folder, ...formidable })

const fields = (body: object) => shown(body, { files: {} })

// biome-ignore format: a table
describeBodies('koaBody({ multipart }) and fields', [
  ['reads one', into(), { body: fields({ a: '1' }) }, form(field('a', '1'))],
  ['reads many', into(), { body: fields({ a: '1', b: '2' }) }, form(field('a', '1'), field('b', '2'))],
  ['makes a list of two of a name', into(), { body: fields({ a: ['1', '2'] }) }, form(field('a', '1'), field('a', '2'))],
  ['makes no objects', into(), { body: fields({ 'a[b]': '1', 'c.d': '2' }) }, form(field('a[b]', '1'), field('c.d', '2'))],
  ['makes no list of one with brackets', into(), { body: fields({ 'a[]': '1' }) }, form(field('a[]', '1'))],
  ['reads an empty one', into(), { body: fields({ a: '' }) }, form(field('a', ''))],
  ['reads lines', into(), { body: fields({ a: '1\r\n2\r\n' }) }, form(field('a', '1\r\n2\r\n'))],
  ['reads what looks like the end', into(), { body: fields({ a: '--x\r\n----of-a-tesT--' }) }, form(field('a', '--x\r\n----of-a-tesT--'))],
  ['reads wide characters', into(), { body: fields({ 中: '👋' }) }, form(field('中', '👋'))],
  ['reads what is no UTF-8', into(), { body: fields({ a: '\ufffd' }) }, form(field('a', Buffer.from([0xff])))],
  ['reads one without a name', into(), 200, form(part(['Content-Disposition: form-data'], '1'))],
  ['reads one with a name of no text', into(), 200, form(field('', '1'))],
  ['reads one with a name without quotes', into(), { body: fields({ a: '1' }) }, form(part(['Content-Disposition: form-data; name=a'], '1'))],
  ['reads one without a head', into(), 200, form(part([], '1'))],
  ['reads one named __proto__ into its letters', into(), { body: fields({ 0: 'x' }) }, form(field('__proto__', 'x'))],
  ['reads ones named as what all objects have', into(), { body: fields({ constructor: '1', toString: '2' }) }, form(field('constructor', '1'), field('toString', '2'))],
  ['reads base64 back into base64', into(), { body: fields({ a: 'aGVsbG8h' }) }, form(field('a', 'aGVsbG8h', ['Content-Transfer-Encoding: base64']))],
  ['reads binary', into(), { body: fields({ a: 'é' }) }, form(field('a', Buffer.from([0xe9]), ['Content-Transfer-Encoding: BINARY']))],
  ['refuses a transfer encoding that nobody knows', into(), { status: 500, body: /"message":"unknown transfer-encoding".+"code":1014,"httpCode":501/ }, form(field('a', '1', ['Content-Transfer-Encoding: x']))],
  ['decodes latin1', into({ encoding: 'latin1' as never }), 500, form(field('a', '1'))],
  ['reads chunks', into(), { body: fields({ a: '12' }) }, { ...form(), body: [...whole(field('a', '12'))].map((byte) => Buffer.from([byte])) }],
  ['reads parts and nothing else', into(), { body: fields({ a: '1' }) }, form('before\r\n', field('a', '1'))],
  ['reads none', into(), { body: fields({}) }, form()],
  ['reads a body of length 0', into(), { body: fields({}) }, post(`multipart/form-data; boundary=${BOUNDARY}`, '')],
  ['reads nothing after the end', into(), { body: fields({ a: '1' }) }, post(`multipart/form-data; boundary=${BOUNDARY}`, Buffer.concat([whole(field('a', '1')), Buffer.from('after')]))],
  ['keeps no text of it', { ...into(), includeUnparsed: true }, { body: fields({ a: '1' }) }, form(field('a', '1'))],
  ['takes a boundary in quotes', into(), { body: fields({ a: '1' }) }, post(`multipart/form-data; boundary="${BOUNDARY}"`, whole(field('a', '1')))],
  ['takes any multipart', into(), { body: fields({ a: '1' }) }, post(`multipart/related; boundary=${BOUNDARY}`, whole(field('a', '1')))],
  ['takes any case', into(), { body: fields({ a: '1' }) }, post(`MULTIPART/FORM-DATA; BOUNDARY=${BOUNDARY}`, whole(field('a', '1')))],
  ['needs no options', { multipart: true }, { body: fields({ a: '1' }) }, form(field('a', '1'))],
  ['may be given null', { multipart: true, formidable: null as never }, { body: fields({ a: '1' }) }, form(field('a', '1'))],
  ['does not inflate', into(), 500, { ...form(), headers: [['Content-Type', `multipart/form-data; boundary=${BOUNDARY}`], ['Content-Encoding', 'gzip']], body: 'gzipped' }],
])

const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

// biome-ignore format: a table
describeBodies('koaBody({ multipart }) and what is malformed', [
  ['refuses a type without a boundary', into(), { status: 500, body: /no multipart boundary.+"httpCode":400/ }, post('multipart/form-data', whole(field('a', '1')))],
  ['refuses another boundary', into(), { status: 500, body: /stream ended unexpectedly: state = START_BOUNDARY/ }, post('multipart/form-data; boundary=x', whole(field('a', '1')))],
  ['refuses what is no form', into(), 500, post(TYPE, 'a=1')],
  ['refuses a form without an end', into(), { status: 500, body: /state = PART_DATA/ }, post(TYPE, field('a', '1'))],
  ['refuses a form that ends in a head', into(), { status: 500, body: /state = HEADER_VALUE/ }, post(TYPE, `--${BOUNDARY}\r\nContent-Disposition: form`)],
  ['refuses a head that is none', into(), 500, post(TYPE, `--${BOUNDARY}\r\n1: 2\r\n\r\n`)],
  ['refuses a header without a name', into(), 500, post(TYPE, `--${BOUNDARY}\r\n: 2\r\n\r\n`)],
  ['refuses lines that end with LF', into(), 500, post(TYPE, whole(field('a', '1')).toString().replaceAll('\r', ''))],
  ['refuses a boundary that goes on', into(), 500, post(TYPE, `--${BOUNDARY}xx\r\n`)],
])

/** Pieces of what is shown, in this order. */
const told = (...pieces: string[]) =>
  new RegExp(pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+'), 's')

// biome-ignore format: a table
describeBodies('koaBody({ multipart }) and files', [
  ['writes one', into(), { status: 200, body: told('body: {}', 'files: {', 'f: {', 'size: 5', "mimetype: 'text/plain'", "originalFilename: 'a.txt'", "kind: 'PersistentFile'", 'modified: true', 'random: 25', "extension: ''", "content: 'hello'") }, form(file('f', 'a.txt', 'hello'))],
  ['writes two', into(), { status: 200, body: told("f: {", "content: 'one'", 'g: {', "content: 'two'") }, form(file('f', 'a', 'one'), file('g', 'b', 'two'))],
  ['makes a list of two of a name', into(), { status: 200, body: told('f: [', "content: 'one'", "content: 'two'", ']') }, form(file('f', 'a', 'one'), file('f', 'b', 'two'))],
  ['writes ten', into(), 200, form(...Array.from({ length: 10 }, (_, at) => file('f', `${at}`, `file ${at}`)))],
  ['reads fields between files', into(), { status: 200, body: told("body: { a: '1', b: '2' }", "content: 'one'") }, form(field('a', '1'), file('f', 'a', 'one'), field('b', '2'))],
  ['writes bytes', into(), { status: 200, body: told("content: '\\x00ÿ'") }, form(file('f', 'a', Buffer.from([0, 255]), 'application/octet-stream'))],
  ['writes a large one', into({ hashAlgorithm: 'sha256' }), { status: 200, body: told('size: 300000', "hash: '") }, form(file('f', 'a', Buffer.alloc(300_000, 'large')))],
  ['writes a large one in chunks', into({ hashAlgorithm: 'md5' }), { status: 200, body: told('size: 300000') }, { ...form(), body: chunks(whole(file('f', 'a', Buffer.alloc(300_000, 'large'))), 7001) }],
  ['takes a part without a type for a field', into(), { status: 200, body: fields({ f: 'hello' }) }, form(file('f', 'a', 'hello', null))],
  ['takes a part with a type for a file', into(), { status: 200, body: told('originalFilename: null', "content: '{}'") }, form(field('f', '{}', ['Content-Type: application/json']))],
  ['keeps a name with a path', into(), { status: 200, body: told("originalFilename: 'passwd'") }, form(file('f', '..\\..\\passwd', 'x'))],
  ['keeps a name with dots and slashes', into(), { status: 200, body: told("originalFilename: '../../passwd'") }, form(file('f', '../../passwd', 'x'))],
  ['keeps a name in entities', into(), { status: 200, body: told('&#20013;') }, form(file('f', '&#20013;', 'x'))],
  ['takes a file of no name', into({ allowEmptyFiles: true, minFileSize: 0 }), 200, form(file('f', '', '', 'application/octet-stream'))],
  ['writes one named __proto__', into(), { status: 200, body: told("'0': {") }, form(file('__proto__', 'a', 'x'))],
  ['writes base64', into(), { status: 200, body: told("content: 'hello'") }, form(part(['Content-Disposition: form-data; name="f"; filename="a"', 'Content-Type: text/plain', 'Content-Transfer-Encoding: base64'], 'aGVsbG8='))],
  ['refuses an empty one', into(), { status: 500, body: /allowEmptyFiles is false.+"code":1010,"httpCode":400/ }, form(file('f', 'a', ''))],
  ['refuses an empty one among others', into(), 500, form(file('f', 'a', 'x'), file('g', 'b', ''))],
])

function chunks(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

const upload = form(file('f', 'a.txt', 'hello'))
const two = form(file('f', 'a.txt', 'hello'), file('g', 'b.png', 'world!'))
const pluginOf = (type: string) => ({
  text: false,
  json: false,
  urlencoded: false,
  multipartTypes: [type],
})

// biome-ignore format: a table
describeBodies('koaBody({ formidable })', [
  ['keeps extensions', into({ keepExtensions: true }), { status: 200, body: told("extension: '.txt'") }, upload],
  ['cuts off what is no extension', into({ keepExtensions: true }), { status: 200, body: told("extension: '.txt'") }, form(file('f', 'a.txt; rm', 'x'))],
  ['hashes with sha1', into({ hashAlgorithm: 'sha1' }), { status: 200, body: told("hash: 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d'") }, upload],
  ['hashes with sha256', into({ hashAlgorithm: 'sha256' }), { status: 200, body: told("hash: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'") }, upload],
  ['takes an empty file', into({ allowEmptyFiles: true, minFileSize: 0 }), { status: 200, body: told('size: 0', 'modified: false', "content: ''") }, form(file('f', 'a', ''))],
  ['refuses a file that is too small', into({ minFileSize: 6 }), { status: 500, body: /minFileSize \(6 bytes\) inferior, received 5.+"httpCode":400/ }, upload],
  ['refuses a file that is too large', into({ maxFileSize: 4 }), { status: 500, body: /exceeded, received 5 bytes of file data.+"httpCode":413/ }, upload],
  ['refuses one that is too large by itself', into({ maxFileSize: 4, maxTotalFileSize: 99 }), { status: 500, body: /maxFileSize \(4 bytes\), received 5.+"code":1016,"httpCode":413/ }, upload],
  ['refuses files that are too large together', into({ maxTotalFileSize: 10 }), { status: 500, body: /maxTotalFileSize \(10 bytes\) exceeded, received 11/ }, two],
  ['reads a file that is just large enough', into({ maxFileSize: 5, minFileSize: 5 }), 200, upload],
  ['refuses too many files', into({ maxFiles: 1 }), { status: 500, body: /maxFiles \(1\) exceeded.+"httpCode":413/ }, two],
  ['reads as many files', into({ maxFiles: 2 }), 200, two],
  ['refuses any file', into({ maxFiles: 0 }), { status: 500, body: /maxFiles \(0\) exceeded/ }, upload],
  ['refuses too many fields', into({ maxFields: 1 }), { status: 500, body: /maxFields \(1\) exceeded.+"httpCode":413/ }, form(field('a', '1'), field('b', '2'))],
  ['refuses fields that are too large', into({ maxFieldsSize: 3 }), { status: 500, body: /maxFieldsSize \(3 bytes\) exceeded, received 4.+"httpCode":413/ }, form(field('a', '12'), field('b', '34'))],
  ['reads fields that are just not too large', into({ maxFieldsSize: 4 }), { body: fields({ a: '12', b: '34' }) }, form(field('a', '12'), field('b', '34'))],
  ['leaves out what the filter does', into({ filter: ({ name }) => name === 'g' }), { status: 200, body: /files: \{\n {6}g: / }, two],
  ['names files', into({ filename: (name, extension, { originalFilename }) => `${name}-${extension}-${originalFilename}` }), { status: 200, body: told("extension: '.txt'") }, upload],
  ['names no file outside of the folder', into({ filename: () => '../out' }), { status: 200, body: told("content: 'hello'") }, upload],
  ['makes no folder', into({ filename: () => 'sub/folder/a' }), { status: 500, body: /ENOENT/ }, form(file('f', 'a', Buffer.alloc(300_000)))],
  ['refuses a folder that does not exist', into({ uploadDir: path.join(folder, 'none'), filename: () => 'a' }), { status: 500, body: /ENOENT/ }, form(file('f', 'a', Buffer.alloc(300_000)))],
  ['reads with one plugin', into({ enabledPlugins: [] }), { status: 500, body: /expect at least 1 enabled builtin plugin/ }, upload],
  ['refuses a plugin that is none', into({ enabledPlugins: [1 as never] }), { status: 500, body: /expect `plugin` to be a function/ }, upload],
  ['tells of a plugin that throws', into({ enabledPlugins: [() => { throw new Error('mine') }] }), { status: 500, body: /plugin on index 0 failed with: mine/ }, upload],
  ['refuses a type that no plugin knows', { ...into(), ...pluginOf('text/plain') }, { status: 500, body: /no parser found.+"httpCode":415/ }, post('text/plain', 'a')],
  ['reads bytes as a file', { ...into(), ...pluginOf('application/octet-stream') }, { status: 200, body: told('files: {', 'file: {', "content: 'bytes'") }, post('application/octet-stream', 'bytes')],
  ['reads a form without files', { ...into(), ...pluginOf('urlencoded') }, { status: 200, body: fields({ a: ['1', '2'], b: '3' }) }, post('application/x-www-form-urlencoded', 'a=1&a=2&b=3')],
  ['reads JSON, of which it takes lists of one for one', { ...into(), ...pluginOf('json') }, { status: 200, body: fields({ a: 1, b: [1, 2], c: 'x', d: 5 }) }, post('application/json', '{"a":[1],"b":[1,2],"c":"x","d":5}')],
  ['does not read null', { ...into(), ...pluginOf('json') }, { status: 500, body: /Cannot read properties of null/ }, post('application/json', '{"a":null}')],
  ['writes to streams', into({ fileWriteStreamHandler: () => new PassThrough().resume() }), { status: 200, body: told('size: 5', "kind: 'VolatileFile'") }, upload],
  ['tells of what fails that is no error', into({ fileWriteStreamHandler: () => { const stream = new PassThrough().resume(); process.nextTick(() => stream.emit('error', 'full')); return stream } }), { status: 500, body: /"name":"string","message":"full","stack":"undefined"/ }, form(file('f', 'a', Buffer.alloc(300_000)))],
])

// biome-ignore format: a table
describeBodies('koaBody({ formidable: { onFileBegin } })', [
  ['hears of each file before it is written', into({ onFileBegin: (name, file) => { file.originalFilename = `${name} ${file.originalFilename} ${file.size}` } }), { status: 200, body: told("originalFilename: 'f a.txt 0'") }, upload],
  ['may write it elsewhere', into({ onFileBegin: (_name, file) => { file.filepath = path.join(folder, 'elsewhere') } }), { status: 200, body: told("content: 'hello'") }, upload],
  ['hears nothing of fields', into({ onFileBegin: () => { throw new Error('never') } }), { status: 200, body: fields({ a: '1' }) }, form(field('a', '1'))],
  ['is no hook where it is null', into({ onFileBegin: null as never }), 200, upload],
  ['is refused where it is no function', into({ onFileBegin: 1 as never }), { status: 500, body: /ERR_INVALID_ARG_TYPE/ }, upload],
])

/** Reads a part by itself. */
const collect = (part: Part, whole: (text: string) => void) => {
  let text = ''
  part.on('data', (chunk) => {
    text += chunk
  })
  part.on('end', () => whole(text))
}

// biome-ignore format: a table
describeBodies('koaBody({ formidable: { onPart } })', [
  ['may leave parts to formidable', into({ onPart: (part, handlePart) => handlePart(part) }), { status: 200, body: told("body: { a: '1' }", "content: 'hello'") }, form(field('a', '1'), file('f', 'a', 'hello'))],
  ['may leave parts out', into({ onPart: () => {} }), { status: 200, body: fields({}) }, two],
  ['may leave some out', into({ onPart: (part, handlePart) => { if (part.name === 'f') handlePart(part) } }), { status: 200, body: /files: \{\n {6}f: / }, two],
  ['may change parts', into({ onPart: (part, handlePart) => { part.mimetype = null; handlePart(part) } }), { status: 200, body: fields({ f: 'hello' }) }, upload],
  ['may read parts itself', { multipart: true, before: async (ctx, next) => { await next(); ctx.set('X-Read', read.splice(0).join()) }, formidable: { onPart: (part) => collect(part, (text) => read.push(text)) } }, { status: 200, body: fields({}), headers: { 'x-read': 'hello,world!' } }, two],
  ['is not waited for', into({ onPart: async (part) => { await new Promise<void>((resolve) => collect(part, () => resolve())) } }), { status: 200, body: fields({}) }, two],
  ['leaves too many files to formidable', into({ maxFiles: 1, onPart: (part, handlePart) => handlePart(part) }), { status: 500, body: /maxFiles \(1\) exceeded/ }, two],
  ['is no hook where it is null', into({ onPart: null as never }), 200, upload],
])

const read: string[] = []

/** What a form comes to, and which files are in its folder when that is known. */
async function outcome(library: Library, options: Options, request: RequestSpec) {
  const uploadDir = mkdtempSync(path.join(folder, 'of-one-form-'))
  const settled = new EventEmitter<{ settled: [err: unknown] }>()
  const known = once(settled, 'settled')
  const { before = (_ctx, next) => next(), ...rest } = options
  const watched: Middleware = async (ctx, next) => {
    try {
      await before(ctx, next)
      settled.emit('settled', undefined)
    } catch (err) {
      settled.emit('settled', err)
      throw err
    }
  }
  const formidable = { ...options.formidable, uploadDir }
  await observe(showing({ ...rest, formidable, before: watched })(library), request)
  const [err] = (await known) as [Error | undefined]
  return { message: err?.message, left: filesIn(uploadDir), uploadDir }
}

/** By name, folders aside. */
function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map(({ name }) => name)
}

/** The request of the form that is being read. */
let current: Context
const remembering: Middleware = (ctx, next) => {
  current = ctx
  return next()
}

const large = file('f', 'a', Buffer.alloc(300_000))
/** A form that is cut off: the client leaves. */
const cutOff = (...parts: Buffer[]): RequestSpec => ({
  ...post(TYPE, Buffer.concat(parts).subarray(0, -2), [['Content-Length', '9999999']]),
  abort: 'after-request',
})
const leave = () => void current.req.destroy()

// biome-ignore format: a table
const FAILING: readonly [what: string, options: Options, request: RequestSpec, message: RegExp][] = [
  ['that is cut off in a file', into(), cutOff(large), /Request aborted/],
  ['that is cut off in a file behind others', into(), cutOff(file('f', 'a', 'x'), file('g', 'b', 'y'), large), /Request aborted/],
  ['that is cut off between files', into(), cutOff(file('f', 'a', 'x'), file('g', 'b', 'y')), /Request aborted/],
  ['that is cut off where a file begins', { ...into({ onFileBegin: leave }), before: remembering }, form(large), /aborted/],
  ['that is cut off while a folder is made', { ...into({ createDirsFromUploads: true, filename: () => { leave(); return 'a' } }), before: remembering }, form(large), /aborted/],
  ['of bytes that is cut off', { ...into(), ...pluginOf('application/octet-stream') }, { ...post('application/octet-stream', 'bytes', [['Content-Length', '99']]), abort: 'after-request' }, /Request aborted/],
  ['of bytes that is cut off while a folder is made', { ...into({ createDirsFromUploads: true, filename: () => { leave(); return 'a' } }), ...pluginOf('application/octet-stream'), before: remembering }, post('application/octet-stream', 'bytes'), /request aborted/],
  ['without an end', into(), post(TYPE, large), /ended unexpectedly/],
  ['of too many files', into({ maxFiles: 1 }), two, /maxFiles/],
  ['of too many files, at the last', into({ maxFiles: 3 }), form(...Array.from({ length: 4 }, () => large)), /maxFiles/],
  ['of a file that is too large', into({ maxFileSize: 5 }), two, /maxTotalFileSize/],
  ['of a file that is too large by itself', into({ maxFileSize: 5, maxTotalFileSize: 99 }), two, /maxFileSize/],
  ['of a file that is too small', into({ minFileSize: 6 }), two, /minFileSize/],
  ['of an empty file', into(), form(large, file('g', 'b', '')), /allowEmptyFiles/],
  ['of too many fields', into({ maxFields: 1 }), form(large, field('a', '1'), field('b', '2'), large), /maxFields/],
  ['of fields that are too large', into({ maxFieldsSize: 1 }), form(large, field('a', '12'), large), /maxFieldsSize/],
  ['of a transfer encoding that nobody knows', into(), form(large, field('a', '1', ['Content-Transfer-Encoding: x']), large), /transfer-encoding/],
  ['that a hook refuses at the second file', into({ onFileBegin: (name) => { if (name === 'g') throw new Error('mine') } }), two, /mine/],
  ['that a filter refuses at the second file', into({ filter: ({ name }) => { if (name === 'g') throw new Error('mine'); return true } }), two, /mine/],
  ['that a hook refuses and leaves to formidable all the same', into({ onPart: (part, handlePart) => { handlePart(part); queueMicrotask(() => handlePart(part)); throw new Error('mine') } }), two, /mine/],
]

describe('a form', () => {
  it.each(FAILING)('%s leaves no file', async (_what, options, request, message) => {
    const { message: said, left } = await outcome(mini, options, request)
    expect(said).toMatch(message)
    expect(left).toEqual([])
  })

  it('that is complete leaves its files to the handler', async () => {
    // The app that shows bodies removes what it has shown.
    const keep: Middleware = async (ctx, next) => {
      await next()
      await writeFile((ctx.request.files as { f: File }).f.filepath, 'kept')
    }
    const options = { ...multipart({ filename: () => 'a' }), before: keep }
    expect(await outcome(mini, options, upload)).toMatchObject({ message: undefined, left: ['a'] })
  })

  it('leaves streams of the app to the app, ended', async () => {
    const streams: Writable[] = []
    const fileWriteStreamHandler = () => {
      const stream = createWriteStream(path.join(folder, `own-${streams.length}`))
      streams.push(stream)
      return stream
    }
    await outcome(mini, multipart({ fileWriteStreamHandler, maxFiles: 1 }), two)
    expect(streams.map(({ destroyed }) => destroyed)).toEqual([true, true])
    await Promise.all(streams.map((stream) => stream.closed || once(stream, 'close')))
    expect(filesIn(folder)).toEqual(expect.arrayContaining(['own-0', 'own-1']))
  })
})

describe('what is different on purpose', () => {
  it('upstream leaves the file that is one too many', async () => {
    const options = multipart({ maxFiles: 1, filename: (_name, _extension, { name }) => `${name}` })
    const { uploadDir } = await outcome(upstream, options, two)
    // It removes the others later.
    while (existsSync(path.join(uploadDir, 'f'))) await setImmediate()
    expect(filesIn(uploadDir)).toEqual(['g'])
    expect(await outcome(mini, options, two)).toMatchObject({ left: [] })
  })

  it('upstream leaves the file that begins when the client leaves', async () => {
    const options = {
      ...multipart({ onFileBegin: leave, filename: () => 'f' }),
      before: remembering,
    }
    const { uploadDir } = await outcome(upstream, options, form(large))
    while (!existsSync(path.join(uploadDir, 'f'))) await setImmediate()
    expect(filesIn(uploadDir)).toEqual(['f'])
    expect(await outcome(mini, options, form(large))).toMatchObject({ left: [] })
  })

  it('a stream that cannot be written to is an error, though all has come', async () => {
    const fileWriteStreamHandler = () =>
      new Writable({ write: (_chunk, _encoding, done) => done(new Error('full')) })
    const options = into({ fileWriteStreamHandler })
    expect((await observe(showing(options)(upstream), upload)).answers[0]?.status).toBe(200)
    expectError(await observe(showing(options)(mini), upload), /"message":"full"/)
  })

  // biome-ignore format: a table
  it.each<[what: string, options: Options, request: RequestSpec, said: RegExp]>([
    ['onFileBegin', into({ onFileBegin: () => { throw new Error('mine') } }), upload, /"message":"mine"/],
    ['filter', into({ filter: () => { throw new Error('mine') } }), upload, /"message":"mine"/],
    ['filename', into({ filename: () => { throw new Error('mine') } }), upload, /"message":"mine"/],
    ['onPart', into({ onPart: () => { throw new Error('mine') } }), upload, /"message":"mine"/],
    ['a hash that nobody knows', into({ hashAlgorithm: 'x' }), upload, /"message":"Digest method not supported"/],
    ['a transfer encoding that a client names', into(), form(field('a', '1', ['Content-Transfer-Encoding: 8bit'])), /"message":"Unknown encoding: 8bit"/],
  ])('what %s throws is an answer, and no unhandled rejection', async (_what, options, request, said) => {
    const theirs = await observe(showing(options)(upstream), { ...request, patience: 200 })
    expect(theirs).toMatchObject({ fate: 'no answer', slips: [{ kind: 'unhandledRejection' }] })
    expectError(await observe(showing(options)(mini), request), said)
  })

  it('what onPart rejects with is an answer', async () => {
    const options = into({ onPart: (() => Promise.reject(new Error('mine'))) as never })
    const theirs = await observe(showing(options)(upstream), upload)
    expect(theirs).toMatchObject({
      answers: [{ status: 200 }],
      slips: [{ kind: 'unhandledRejection' }],
    })
    expectError(await observe(showing(options)(mini), upload), /"message":"mine"/)
  })

  it('a small file that cannot be written is an error, and not a file that is not there', async () => {
    const options = into({ uploadDir: path.join(folder, 'none') })
    const theirs = await observe(showing(options)(upstream), upload)
    expect(text(theirs)).toContain("content: 'ENOENT'")
    expectError(await observe(showing(options)(mini), upload), /"code":"ENOENT"/)
  })

  it('a file of bytes that cannot be written is an error, and no uncaught one', async () => {
    const options = {
      ...into({ uploadDir: path.join(folder, 'none') }),
      ...pluginOf('application/octet-stream'),
    }
    const request = post('application/octet-stream', 'bytes')
    const theirs = await observe(showing(options)(upstream), request)
    expect(theirs).toMatchObject({ slips: [{ kind: 'uncaughtException' }] })
    expectError(await observe(showing(options)(mini), request), /"code":"ENOENT"/)
  })

  it('a form that somebody else has read is an error', async () => {
    const before: Middleware = async (ctx, next) => {
      ctx.req.resume()
      await once(ctx.req, 'end')
      await next()
    }
    const options = { ...into(), before }
    const theirs = await observe(showing(options)(upstream), { ...upload, patience: 200 })
    expect(theirs).toMatchObject({ fate: 'no answer' })
    expectError(await observe(showing(options)(mini), upload), /"message":"stream is not readable"/)
  })

  it('a body is what it has been read as, though its type may be a form’s too', async () => {
    const options = { ...into(), multipartTypes: ['text/plain'] }
    const request = post('text/plain', 'text')
    const theirs = await observe(showing(options)(upstream), request)
    expect(text(theirs)).toBe('{ request: { body: undefined, files: undefined }, req: {} }')
    expect(text(await observe(showing(options)(mini), request))).toBe(shown('text'))
  })

  it('the options for qs are not written to', async () => {
    const options = { queryString: Object.freeze({}) }
    const request = post('application/x-www-form-urlencoded', 'a.b=1')
    const theirs = await observe(showing(options)(upstream), request)
    expectError(theirs, /Cannot add property allowDots/)
    expect(text(await observe(showing(options)(mini), request))).toBe(shown({ a: { b: '1' } }))
  })
})

function expectError(observation: Observation, said: RegExp): void {
  expect(observation).toMatchObject({ answers: [{ status: 500 }], slips: [] })
  expect(text(observation)).toMatch(said)
}

function text({ answers }: Observation): string {
  return Buffer.from(answers[0]?.body ?? []).toString()
}
