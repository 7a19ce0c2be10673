import { EventEmitter } from 'node:events'
import { Readable, Stream } from 'node:stream'
import type { RequestSpec } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import {
  describeHandlers,
  describePrograms,
  type Handler,
  type Library,
  mini,
  only,
  upstream,
} from '../test/pair.ts'
import { isStream } from './is-stream.ts'

const HEAD = { method: 'HEAD' }

/** Bodies of every kind, by what they are called. */
const bodies: readonly [kind: string, make: () => unknown][] = [
  ['a text', () => 'text'],
  ['a buffer', () => Buffer.from('buffer')],
  ['an object', () => ({ a: 'é' })],
  ['a stream', () => Readable.from(['a', 'b'])],
  ['a web stream', () => new Blob(['web']).stream()],
  ['a blob', () => new Blob(['blob'], { type: 'text/css' })],
  ['a fetch response', () => new Response('fetched', { status: 203 })],
  ['null', () => null],
  ['undefined', () => undefined],
]

const asked: readonly [how: string, ask: RequestSpec][] = [
  ['GET', {}],
  ['HEAD', HEAD],
  ['HTTP/1.0', { raw: 'GET / HTTP/1.0\r\n\r\n' }],
  ['the last request of a connection', { headers: [['Connection', 'close']] }],
]

for (const [how, ask] of asked) {
  describeHandlers(
    `respond to ${how}`,
    bodies.map(([kind, make]) => [
      `with ${kind}`,
      (ctx) => {
        ctx.body = make()
      },
      kind === 'null' || kind === 'undefined' ? 204 : kind === 'a fetch response' ? 203 : 200,
      ask,
    ]),
  )
}

for (const status of [100, 204, 205, 304, 404, 500]) {
  describeHandlers(
    `respond with ${status}`,
    bodies.slice(0, 4).map(([kind, make]) => [
      `and ${kind}`,
      (ctx) => {
        ctx.body = make()
        ctx.status = status
      },
      status,
    ]),
  )
}

// biome-ignore format: a table
describeHandlers('respond', [
  ['tells the status in words', (ctx) => { ctx.status = 402 }, { status: 402, body: 'Payment Required' }],
  ['tells it to HEAD by length', (ctx) => { ctx.status = 402 }, { status: 402, body: '', headers: { 'content-length': undefined } }, HEAD],
  ['answers HEAD with a length that was set', (ctx) => { ctx.length = 7; ctx.status = 200 }, { status: 200, headers: { 'content-length': '7' } }, HEAD],
  ['answers HEAD with the length of an object', (ctx) => { ctx.body = { a: 1 } }, { status: 200, headers: { 'content-length': '7' } }, HEAD],
  ['ends what somebody has begun', (ctx) => { ctx.res.statusCode = 200; ctx.res.write('begun') }, { status: 200, body: 'begunOK' }],
  ['ends what somebody has begun with a body', (ctx) => { ctx.status = 200; ctx.res.write('a'); ctx.body = { b: 1 } }, { status: 200, body: 'a{"b":1}' }],
  ['leaves alone what somebody has ended', (ctx) => { ctx.res.statusCode = 201; ctx.res.end('done'); ctx.body = 'no' }, { status: 201, body: 'done' }],
  ['keeps its hands off until somebody answers', (ctx) => { ctx.respond = false; setImmediate(() => ctx.res.end('late')) }, { status: 404, body: 'late' }],
  ['keeps its hands off', (ctx) => { ctx.respond = false; ctx.body = 'nope'; ctx.res.statusCode = 202; ctx.res.end('mine') }, { status: 202, body: 'mine' }],
  ['keeps its hands off a null body', (ctx) => { ctx.respond = false; ctx.body = null; ctx.res.end('mine') }, 204],
  ['waits for what is awaited', async (ctx) => { await new Promise(setImmediate); ctx.body = 'late' }, { status: 200, body: 'late' }],
  ['does not wait for what is not', (ctx) => { setImmediate(() => { ctx.body = 'late' }) }, { status: 404, body: 'Not Found' }],
  ['pipes a stream into headers that are sent', (ctx) => { ctx.flushHeaders(); ctx.body = Readable.from(['a']) }, { status: 404, body: 'a' }],
])

// biome-ignore format: a table
describePrograms('respond on a kept connection', [
  ['answers one request after another', ({ Koa }) => new Koa().use((ctx) => { ctx.body = ctx.path }), { status: 200, body: '/3', fate: 'kept' }, [{ target: '/1' }, { target: '/2', method: 'HEAD' }, { target: '/3', method: 'POST', body: 'x' }]],
  ['answers requests that come at once in their order', ({ Koa }) => new Koa().use(async (ctx) => {
      if (ctx.path === '/1') await new Promise(setImmediate)
      ctx.body = ctx.path
    }), 200, { raw: 'GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' }],
])

/** Walks like a stream and talks like one. */
class Duck extends EventEmitter {
  readable = true
  readableObjectMode = false
  destroyed = false
  pipe() {}
  read() {}
  destroy() {}
}

describe('isStream(value)', () => {
  it.each([
    [true, 'a readable', new Readable()],
    [true, 'an old stream', new Stream()],
    [true, 'what walks like one', new Duck()],
    [false, 'what has ended', Object.assign(new Duck(), { readable: false })],
    [false, 'what does not read', Object.assign(new Duck(), { read: 1 })],
    [false, 'what has no mode', Object.assign(new Duck(), { readableObjectMode: undefined })],
    [false, 'an emitter', new EventEmitter()],
    [false, 'an object', {}],
    [false, 'null', null],
    [false, 'a text', 'stream'],
    [false, 'a function', () => {}],
  ])('says %s of %s', (expected, _, value) => {
    expect(isStream(value)).toBe(expected)
  })
})

describe('ctx.body = stream', () => {
  it.each([
    ['is destroyed when a text takes its place', 'text', true],
    ['lives when another stream takes its place', Readable.from(['b']), false],
    ['is destroyed when nothing takes its place', null, true],
  ])('%s', async (_, second, expected) => {
    for (const library of [upstream, mini]) {
      const first = Readable.from(['a'])
      await once(library, (ctx) => {
        ctx.body = first
        ctx.body = second
        expect(first.destroyed).toBe(expected)
        expect(first.listenerCount('error')).toBe(1)
        ctx.body = 'end'
      })
    }
  })

  it('is destroyed with the response', async () => {
    for (const library of [upstream, mini]) {
      const stream = new Readable({ read() {} })
      const closed = new Promise((resolve) => stream.once('close', resolve))
      await once(library, (ctx) => {
        ctx.body = stream
        ctx.respond = false
        ctx.res.end()
      })
      await closed
      expect(stream.destroyed).toBe(true)
    }
  })

  it('may fail once nobody waits for it', async () => {
    for (const library of [upstream, mini]) {
      const replaced = new Readable({ read() {} })
      const left = new Readable({ read() {} })
      await once(library, (ctx) => {
        const failing = new Readable({ read() {} })
        ctx.body = failing
        ctx.body = 'text'
        expect(() => failing.emit('error', new Error('late'))).not.toThrow()
        ctx.body = replaced
        ctx.body = 'text'
        ctx.body = left
        ctx.respond = false
        ctx.req.socket.destroy(new Error('gone'))
      })
      for (const stream of [replaced, left]) {
        expect(stream.destroyed).toBe(true)
        expect(() => stream.emit('error', new Error('late'))).not.toThrow()
      }
    }
  })

  it('need not be one that can be destroyed', async () => {
    for (const library of [upstream, mini]) {
      await once(library, (ctx) => {
        ctx.body = new Stream()
        ctx.body = new Duck()
        ctx.body = 'end'
      })
    }
  })
})

/** Asks once, and fails with what the handler throws. */
async function once(library: Library, handler: Handler): Promise<void> {
  let thrown: unknown
  const { observe } = await import('@await-next/oracle')
  await observe(
    only((ctx, next) => {
      try {
        return handler(ctx, next)
      } catch (err) {
        thrown = err
        throw err
      }
    })(library),
  )
  if (thrown) throw thrown
}
