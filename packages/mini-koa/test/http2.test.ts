/**
 * Koa and ours behind HTTP/2, which has neither a `Host` header nor a reason phrase.
 *
 * @module
 */
import { once } from 'node:events'
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Handler, mini, only, upstream } from './pair.ts'

/** Asks an app of one middleware over HTTP/2. */
async function ask(library: typeof mini, handler: Handler, headers: Record<string, string>) {
  const server = createServer(only(handler)(library).callback() as never).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    const stream = client.request({ ':path': '/a?b', ':authority': 'example.com', ...headers })
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
