/**
 * Koa and ours behind HTTP/2, which has neither a `Host` header nor a reason phrase.
 *
 * @module
 */
import { once } from 'node:events'
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Koa } from '../src/index.ts'
import { BOUNDARY, field, showing, shown, whole } from './bodies.ts'
import { type Handler, mini, only, upstream } from './pair.ts'

/** Asks an app of one middleware over HTTP/2. */
function ask(library: typeof mini, handler: Handler, headers: Record<string, string>) {
  return askApp(only(handler)(library), headers)
}

async function askApp(app: Koa, headers: Record<string, string>, body?: string) {
  const server = createServer(app.callback() as never).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    const target = { ':path': '/a?b', ':authority': 'example.com', ...headers }
    const stream = client.request(target, { endStream: body === undefined })
    if (body !== undefined) stream.end(body)
    const [answer] = (await once(stream, 'response')) as [IncomingHttpHeaders]
    const { date: _, ...rest } = answer
    return { headers: { ...rest }, body: await text(stream.setEncoding('utf8')) }
  } finally {
    client.close()
    server.close()
  }
}

async function text(stream: AsyncIterable<string>): Promise<string> {
  let whole = ''
  for await (const part of stream) whole += part
  return whole
}

describe('Koa over HTTP/2', () => {
  it.each<[name: string, handler: Handler, body: string, headers?: Record<string, string>]>([
    [
      'reads the host from :authority',
      (ctx) => {
        ctx.body = [ctx.host, ctx.href]
      },
      '["example.com","http://example.com/a?b"]',
    ],
    [
      'answers with a text',
      (ctx) => {
        ctx.body = 'text'
        ctx.set('X-Message', String(ctx.message))
      },
      'text',
    ],
    ['answers 404 with the bare status', () => {}, '404'],
    [
      'answers 418 with the bare status',
      (ctx) => {
        ctx.status = 418
      },
      '418',
    ],
    ['answers an error', (ctx) => ctx.throw(403), 'Forbidden'],
    [
      'answers with a stream',
      (ctx) => {
        ctx.body = new Blob(['web']).stream()
      },
      'web',
    ],
    [
      'answers nothing to HEAD',
      (ctx) => {
        ctx.body = 'text'
      },
      '',
      { ':method': 'HEAD' },
    ],
  ])('%s', async (_name, handler, body, headers = {}) => {
    const theirs = await ask(upstream, handler, headers)
    expect(theirs.body).toBe(body)
    expect(await ask(mini, handler, headers)).toEqual(theirs)
  })
})

describe('koaBody over HTTP/2', () => {
  it.each([
    ['JSON', 'application/json', '{"a":1}', shown({ a: 1 })],
    ['a form', 'application/x-www-form-urlencoded', 'a=1', shown({ a: '1' })],
    [
      'a form with files',
      `multipart/form-data; boundary=${BOUNDARY}`,
      whole(field('a', '1')).toString(),
      shown({ a: '1' }, { files: {} }),
    ],
  ])('reads %s', async (_what, type, body, expected) => {
    // Without a length there is no body, for HTTP/2 has no `Transfer-Encoding` to tell of one.
    const length = String(Buffer.byteLength(body))
    const headers = { ':method': 'POST', 'content-type': type, 'content-length': length }
    const program = showing({ multipart: true })
    const theirs = await askApp(program(upstream), headers, body)
    expect(theirs.body).toBe(expected)
    expect(await askApp(program(mini), headers, body)).toEqual(theirs)
  })
})
