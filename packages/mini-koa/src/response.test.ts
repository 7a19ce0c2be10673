import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describeHandlers, type Handler, mini, upstream } from '../test/pair.ts'
import type { Context } from './types.ts'

/** A body set under whatever a handler has prepared. */
const body =
  (value: unknown, prepare: Handler = () => {}): Handler =>
  (ctx, next) => {
    prepare(ctx, next)
    ctx.body = value
  }

// biome-ignore format: a table
describeHandlers('ctx.status = code', [
  ['answers 404 by itself', () => {}, { status: 404, body: 'Not Found' }],
  ['sets the code', (ctx) => { ctx.status = 403 }, { status: 403, body: 'Forbidden' }],
  ['sets a code without a message', (ctx) => { ctx.status = 299 }, { status: 299, body: '299' }],
  ['sets the highest', (ctx) => { ctx.status = 999 }, { status: 999, body: '999' }],
  ['drops the body for 204', (ctx) => { ctx.body = 'a'; ctx.status = 204 }, { status: 204, body: '' }],
  ['drops the body for 205', (ctx) => { ctx.body = 'a'; ctx.status = 205 }, { status: 205, body: '' }],
  ['drops the body for 304', (ctx) => { ctx.body = { a: 1 }; ctx.status = 304 }, 304],
  ['refuses a text', (ctx) => { ctx.status = '200' as never }, 500],
  ['refuses a fraction', (ctx) => { ctx.status = 200.5 }, 500],
  ['refuses 99', (ctx) => { ctx.status = 99 }, 500],
  ['refuses 1000', (ctx) => { ctx.status = 1000 }, 500],
  ['is a plain 200 once there is a body', (ctx) => { ctx.body = 'a' }, { status: 200, body: 'a' }],
  ['stays what it was when a body comes', (ctx) => { ctx.status = 201; ctx.body = 'a' }, { status: 201, body: 'a' }],
  ['does nothing once headers are sent', (ctx) => { ctx.res.flushHeaders(); ctx.status = 500; ctx.body = 'a' }, { status: 404, body: 'a' }],
])

// biome-ignore format: a table
describeHandlers('ctx.message = text', [
  ['sets the reason phrase', (ctx) => { ctx.message = 'Fine'; ctx.body = ctx.message }, 200],
  ['sets it after the status', (ctx) => { ctx.status = 200; ctx.message = 'Fine' }, { status: 200, body: 'Fine' }],
  ['has the standard phrase', (ctx) => { ctx.status = 418; ctx.body = ctx.message }, { status: 418, body: "I'm a Teapot" }],
])

// biome-ignore format: a table
describeHandlers('ctx.body = value', [
  ['a text', body('hello'), { status: 200, body: 'hello', headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': '5' } }],
  ['an empty text', body(''), { status: 200, body: '', headers: { 'content-length': '0' } }],
  ['a text beyond ASCII', body('你好 é'), { status: 200, headers: { 'content-length': '9' } }],
  ['HTML', body('  <p>x'), { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } }],
  ['HTML of a type', body('<p>x', (ctx) => { ctx.type = 'text' }), { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  ['a buffer', body(Buffer.from([0, 255])), { status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': '2' } }],
  ['a buffer of a type', body(Buffer.from('<p>'), (ctx) => { ctx.type = 'html' }), 200],
  ['a Uint8Array, which is JSON', body(new Uint8Array([1, 2])), { status: 200, body: '{"0":1,"1":2}' }],
  ['an object', body({ a: [1, null], b: '<' }), { status: 200, body: '{"a":[1,null],"b":"<"}', headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['an array', body([]), { status: 200, body: '[]' }],
  ['a number', body(5), { status: 200, body: '5' }],
  ['zero', body(0), { status: 200, body: '0' }],
  ['a boolean', body(false), { status: 200, body: 'false' }],
  ['an object with toJSON', body(new Date(0)), { status: 200, body: '"1970-01-01T00:00:00.000Z"' }],
  ['an object of a JSON type', body({}, (ctx) => { ctx.type = 'application/vnd.api+json' }), { status: 200, headers: { 'content-type': 'application/vnd.api+json' } }],
  ['an object of another type', body({}, (ctx) => { ctx.type = 'html' }), { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['a function, which has no JSON', body(() => {}), 500],
  ['a symbol, which has no JSON', body(Symbol('x')), 500],
  ['a number beyond JSON', body(1n), 500],
  ['null', body(null), { status: 204, body: '', headers: { 'content-type': undefined } }],
  ['undefined', body(undefined), { status: 204, body: '' }],
  ['null of a status', body(null, (ctx) => { ctx.status = 201 }), { status: 204 }],
  ['null, then a status', (ctx) => { ctx.body = null; ctx.status = 200 }, { status: 200, body: '', headers: { 'content-length': '0' } }],
  ['undefined, then a status', (ctx) => { ctx.body = undefined; ctx.status = 200 }, { status: 200, body: 'OK' }],
  ['null under 304', body(null, (ctx) => { ctx.status = 304 }), 304],
  ['null of a JSON type', body(null, (ctx) => { ctx.type = 'json' }), { status: 404, body: 'null' }],
  ['null of a JSON type and status', body(null, (ctx) => { ctx.status = 200; ctx.type = 'json' }), { status: 200, body: 'null' }],
  ['null in the place of a text', body(null, (ctx) => { ctx.body = 'text' }), { status: 204, body: '' }],
  ['a text in the place of an object', body('a', (ctx) => { ctx.body = {} }), { status: 200, body: 'a', headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['an object in the place of a text', body({}, (ctx) => { ctx.body = '<a' }), { status: 200, body: '{}' }],
])

/** Made anew for each request: a stream can be sent once. */
const files = () => createReadStream(fileURLToPath(new URL('./only.ts', import.meta.url)))

// biome-ignore format: a table
describeHandlers('ctx.body = a stream', [
  ['a file', (ctx) => { ctx.body = files() }, { status: 200, body: /upstream koa/, headers: { 'content-type': 'application/octet-stream', 'content-length': undefined } }],
  ['a file of a type', (ctx) => { ctx.type = 'ts'; ctx.body = files() }, 200],
  ['a file of a known length', (ctx) => { ctx.body = files(); ctx.length = 1 }, { status: 200 }],
  ['a stream in the place of a text', (ctx) => { ctx.body = 'abc'; ctx.body = files() }, { status: 200, headers: { 'content-length': undefined } }],
  ['a text in the place of a stream', (ctx) => { ctx.body = files(); ctx.body = 'abc' }, { status: 200, body: 'abc' }],
  ['the same stream again', (ctx) => { const file = files(); ctx.body = file; ctx.length = 3; ctx.body = file; ctx.body = Buffer.from(String(ctx.length)) }, { status: 200, body: '3' }],
  ['nothing in the place of a stream', (ctx) => { ctx.body = files(); ctx.body = null }, { status: 204, body: '' }],
  ['a file that is not there', (ctx) => { ctx.body = createReadStream('/nowhere') }, { fate: 'closed', body: '' }],
  ['a stream that ends in an error', (ctx) => { ctx.body = failing() }, { status: 200, body: /^(begun)+$/, fate: 'closed' }],
  ['a web stream', (ctx) => { ctx.body = new Blob(['web']).stream() }, { status: 200, body: 'web', headers: { 'content-type': 'application/octet-stream' } }],
  ['a blob', (ctx) => { ctx.body = new Blob(['blob']) }, { status: 200, body: 'blob', headers: { 'content-length': '4', 'content-type': 'application/octet-stream' } }],
  ['a blob of a type', (ctx) => { ctx.body = new Blob(['blob'], { type: 'text/css' }) }, { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' } }],
  ['a fetch response', (ctx) => { ctx.body = new Response('fetched', { status: 201, headers: { 'X-A': '1' } }) }, { status: 201, body: 'fetched', headers: { 'x-a': '1', 'content-type': 'text/plain;charset=UTF-8' } }],
  ['a fetch response with cookies', (ctx) => { ctx.body = new Response('x', { headers: [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2']] }) }, { status: 200, headers: { 'set-cookie': 'a=1, b=2' } }],
  ['a fetch response without a body', (ctx) => { ctx.body = new Response(null, { status: 204 }) }, 204],
  ['an empty fetch response', (ctx) => { ctx.body = new Response(null, { status: 202 }) }, { status: 202, body: '' }],
  ['a fetch response that was read', async (ctx) => { const read = new Response('x'); await read.text(); ctx.body = read }, 500],
])

function failing(): Readable {
  return new Readable({
    read() {
      if (this.readableDidRead) this.destroy(new Error('broken'))
      else this.push('begun')
    },
  })
}

// biome-ignore format: a table
describeHandlers('ctx.length', [
  ['is the header', (ctx) => { ctx.set('Content-Length', '12abc'); ctx.body = [ctx.length] }, { status: 200, body: '[12]' }],
  ['is zero for a header that is no number', (ctx) => { ctx.res.setHeader('Content-Length', 'x'); const { length } = ctx; ctx.body = { length } }, { status: 200, body: '{"length":0}' }],
  ['is that of an object', (ctx) => { ctx.body = { a: 'é' }; ctx.set('X-Length', String(ctx.length)) }, { status: 200, headers: { 'x-length': '10' } }],
  ['is that of bytes and of text that have no header', (ctx) => { ctx.body = Buffer.from('é'); ctx.remove('Content-Length'); const bytes = ctx.length; ctx.body = 'éa'; ctx.remove('Content-Length'); ctx.body = [bytes, ctx.length] }, { status: 200, body: '[2,3]' }],
  ['is unknown without a body', (ctx) => { ctx.set('X-Length', String(ctx.length)); ctx.body = '' }, { status: 200, headers: { 'x-length': 'undefined' } }],
  ['is not set beside Transfer-Encoding', (ctx) => { ctx.set('Transfer-Encoding', 'chunked'); ctx.body = 'abc' }, { status: 200, headers: { 'content-length': undefined } }],
])

// biome-ignore format: a table
describeHandlers('ctx.type', [
  ...['html', '.png', 'application/json', 'text/css; charset=ascii', 'image/svg+xml', 'nonsense', '', 'a/b'].map((type) =>
    [`takes ${type || 'nothing'}`, (ctx: Context) => { ctx.type = type; ctx.body = Buffer.from(ctx.type) }, 200] as const),
  ['is removed by what is unknown', (ctx) => { ctx.type = 'html'; ctx.type = 'nonsense'; ctx.body = 'x' }, { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  ['is right for more types than are remembered', (ctx) => { for (let at = 0; at < 200; at += 1) ctx.type = `text/x-${at}`; ctx.body = ctx.get('x') }, { status: 200, headers: { 'content-type': 'text/x-199; charset=utf-8' } }],
  ['is what ctx.response.is asks', (ctx) => { ctx.type = 'html'; ctx.body = [ctx.response.is('json', 'html'), ctx.response.is(['text/*']), ctx.response.is()] }, { status: 200, body: '["html","text/html","text/html"]' }],
  ['may be no text at all', (ctx) => { ctx.set('Content-Type', 5 as never); ctx.body = {} }, 500],
])

// biome-ignore format: a table
describeHandlers('ctx.set', [
  ['sets a header', (ctx) => { ctx.set('X-A', '1'); ctx.body = ctx.response.get('x-a') }, { status: 200, headers: { 'x-a': '1' } }],
  ['sets several', (ctx) => { ctx.set({ 'X-A': '1', 'X-B': ['2', '3'] }); ctx.body = '' }, { status: 200, headers: { 'x-b': '2\n3' } }],
  ['ignores a missing name', (ctx) => { ctx.set('', 'x'); ctx.set(undefined as never); ctx.body = '' }, 200],
  ['refuses a line break', (ctx) => { ctx.set('X-A', 'a\r\nX-B: 1') }, 500],
  ['refuses a name that is none', (ctx) => { ctx.set('X A', '1') }, 500],
  ['refuses undefined', (ctx) => { ctx.set('X-A', undefined as never) }, 500],
  ['takes a single length from a list', (ctx) => { ctx.set('Content-Length', ['2']); ctx.res.end('ab') }, { status: 404, body: 'ab' }],
  ['refuses two lengths', (ctx) => { ctx.set('Content-Length', ['2', '3']) }, 500],
  ['sets none of several when one is refused', (ctx) => { try { ctx.set({ 'X-A': '1', 'content-type': ['a', 'b'] }) } catch {} ctx.body = '' }, { status: 200, headers: { 'x-a': undefined } }],
  ['does nothing once headers are sent', (ctx) => { ctx.flushHeaders(); ctx.set('X-A', '1'); ctx.remove('X-B'); ctx.vary('X-C'); ctx.body = 'x' }, { status: 404, headers: { 'x-a': undefined } }],
])

// biome-ignore format: a table
describeHandlers('ctx.append, ctx.remove, ctx.has, ctx.vary', [
  ['appends to nothing', (ctx) => { ctx.append('X-A', '1'); ctx.body = '' }, { status: 200, headers: { 'x-a': '1' } }],
  ['appends one to one', (ctx) => { ctx.append('X-A', '1'); ctx.append('x-a', '2'); ctx.body = '' }, { status: 200, headers: { 'x-a': '1\n2' } }],
  ['appends many to many', (ctx) => { ctx.append('X-A', ['1', '2']); ctx.append('X-A', ['3']); ctx.body = '' }, { status: 200, headers: { 'x-a': '1\n2\n3' } }],
  ['removes', (ctx) => { ctx.set('X-A', '1'); ctx.remove('x-a'); ctx.body = '' }, { status: 200, headers: { 'x-a': undefined } }],
  ['has what was set', (ctx) => { ctx.set('X-A', ''); ctx.body = [Reflect.get(ctx, 'has').call(ctx, 'x-A'), Reflect.get(ctx.response, 'has').call(ctx.response, 'b')] }, { status: 200, body: '[true,false]' }],
  ['varies', (ctx) => { ctx.vary('Accept'); ctx.vary(['accept', 'Origin']); ctx.body = '' }, { status: 200, headers: { vary: 'Accept, Origin' } }],
  ['varies on everything', (ctx) => { ctx.vary('Accept'); ctx.vary('*'); ctx.body = '' }, { status: 200, headers: { vary: '*' } }],
])

// biome-ignore format: a table
describeHandlers('ctx.redirect, ctx.back', [
  ['redirects', (ctx) => ctx.redirect('/login'), { status: 302, body: 'Redirecting to /login.', headers: { location: '/login' } }],
  ['redirects a browser', (ctx) => ctx.redirect('/a?b=<'), { status: 302, headers: { 'content-type': 'text/html; charset=utf-8' } }, { headers: [['Accept', 'text/html']] }],
  ['redirects a client of text', (ctx) => ctx.redirect('/a?b=<'), { status: 302, body: 'Redirecting to /a?b=<.' }, { headers: [['Accept', 'text/plain']] }],
  ['keeps a redirect status', (ctx) => { ctx.status = 301; ctx.redirect('/') }, 301],
  ['changes another status', (ctx) => { ctx.status = 201; ctx.redirect('/') }, 302],
  ['escapes', (ctx) => ctx.redirect('/é ü%20"'), 302],
  ['escapes another host', (ctx) => ctx.redirect('http://example.com\\@evil.example/é'), 302],
  ['fails on a URL that is none', (ctx) => ctx.redirect('http://'), 500],
  ['goes back', (ctx) => ctx.back(), { status: 302, headers: { location: '/' } }],
  ['goes back to the referrer', (ctx) => ctx.back('/alt'), { status: 302, headers: { location: 'http://h.example/from' } }, { headers: [['Host', 'h.example'], ['Referer', 'http://h.example/from']] }],
  ['goes back to a relative referrer', (ctx) => ctx.back('/alt'), { status: 302, headers: { location: '/from' } }, { headers: [['Referer', '/from']] }],
  ['does not go back to another host', (ctx) => ctx.back('/alt'), { status: 302, headers: { location: '/alt' } }, { headers: [['Referer', 'http://evil.example/']] }],
  ['fails on a referrer that is none', (ctx) => ctx.back(), 500, { headers: [['Referer', 'http://[']] }],
])

// biome-ignore format: a table
describeHandlers('ctx.attachment', [
  ['without a name', (ctx) => { ctx.attachment(); ctx.body = 'x' }, { status: 200, headers: { 'content-disposition': 'attachment' } }],
  ['with a name', (ctx) => { ctx.attachment('path/to/tobi.png'); ctx.body = 'x' }, { status: 200, headers: { 'content-disposition': 'attachment; filename="tobi.png"', 'content-type': 'image/png' } }],
  ['with a name beyond ASCII', (ctx) => { ctx.attachment('включить.pdf'); ctx.body = 'x' }, 200],
  ['inline', (ctx) => { ctx.attachment('a.html', { type: 'inline' }); ctx.body = 'x' }, { status: 200, headers: { 'content-disposition': 'inline; filename="a.html"' } }],
  ['with a fallback', (ctx) => { ctx.attachment('é.txt', { fallback: 'e.txt' }); ctx.body = 'x' }, 200],
  ['of a type', (ctx) => { ctx.type = 'text'; ctx.attachment('a.html'); ctx.body = 'x' }, { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  ['with a name that is none', (ctx) => ctx.attachment(5 as never), 500],
])

// biome-ignore format: a table
describeHandlers('ctx.lastModified, ctx.etag', [
  ['takes a date', (ctx) => { ctx.lastModified = new Date(0); ctx.body = ctx.lastModified }, { status: 200, headers: { 'last-modified': 'Thu, 01 Jan 1970 00:00:00 GMT' } }],
  ['takes a text', (ctx) => { ctx.lastModified = '2013-09-13' as never; ctx.body = 'x' }, { status: 200, headers: { 'last-modified': 'Fri, 13 Sep 2013 00:00:00 GMT' } }],
  ['is undefined when not set', (ctx) => { ctx.body = [ctx.lastModified === undefined, ctx.etag === undefined] }, { status: 200, body: '[true,true]' }],
  ...['tag', '"tag"', 'W/"tag"', 'w/"tag"', ''].map((tag) =>
    [`takes the tag ${tag || 'of nothing'}`, (ctx: Context) => { ctx.etag = tag; ctx.body = ctx.etag }, 200] as const),
])

// biome-ignore format: a table
describeHandlers('what is left of ctx.response', [
  ['shows itself', (ctx) => { ctx.body = 'x'; ctx.body = [ctx.response.toJSON(), ctx.response.inspect(), ctx.headerSent, ctx.writable] }, { status: 200, body: /"status":200,"message":"OK"/ }],
  ['has one view of the headers', (ctx) => { ctx.set('X-A', '1'); ctx.body = [ctx.response.header, ctx.response.headers] }, 200],
  ['has the request’s socket', (ctx) => { ctx.body = ctx.response.socket === ctx.request.socket }, { status: 200, body: 'true' }],
  ['sends headers early', (ctx) => { ctx.status = 201; ctx.type = 'text'; ctx.flushHeaders(); ctx.body = 'late' }, { status: 201, body: 'late' }],
])

describe('ctx.response without a response', () => {
  it('can be inspected', () => {
    for (const { Koa } of [upstream, mini]) expect(new Koa().response.inspect()).toBeUndefined()
  })
})

describe('ctx.response with a double of a response', () => {
  it('reads the headers that such a one has', () => {
    for (const { Koa } of [upstream, mini]) {
      const response = Object.create(new Koa().response)
      response.res = { _headers: { 'x-a': '1' } }
      expect(response.header).toEqual({ 'x-a': '1' })
      expect([response.has('X-A'), response.has('X-B')]).toEqual([true, false])
      response.res = {}
      expect(response.headers).toEqual({})
    }
  })
})
