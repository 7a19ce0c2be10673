import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { RequestSpec } from './observation.ts'
import { observe, observeAll, serve } from './serve.ts'

const echo: RequestListener = (req, res) => res.end(`${req.method} ${req.url}`)

/** Later, when what was written has left: a reset at once becomes an orderly end. */
function afterTurns(turns: number, act: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, act) : act()))
}

describe('serve(target)', () => {
  it('asks what has a listen() to listen, even where it is a function', async () => {
    const app = Object.assign(echo.bind(null), {
      listen: (port: number, host: string) =>
        createServer((_req, res) => res.end('listened')).listen(port, host),
    })
    expect(String((await observe(app)).answers[0]?.body)).toBe('listened')
  })

  it('serves a bare listener and a plain server', async () => {
    expect(String((await observe(echo)).answers[0]?.body)).toBe('GET /')
    expect(String((await observe(createServer(echo))).answers[0]?.body)).toBe('GET /')
  })

  it('listens on loopback only and can be closed twice', async () => {
    const served = await serve(echo)
    expect(served.server.address()).toMatchObject({ address: '127.0.0.1', port: served.port })
    await served.close()
    await served.close()
    await expect(served.ask({})).rejects.toThrow(/Nobody listens on 127\.0\.0\.1/)
  })

  it('ends every connection, also of a server that closed itself', async () => {
    const served = await serve(echo)
    const connected = once(served.server, 'connection')
    const idle = connect(served.port, '127.0.0.1').on('error', () => {})
    await connected
    const gone = once(idle, 'close')
    served.server.close()
    await Promise.all([served.close(), served.close()])
    await gone
  })

  it('observes what a visitor tells and what the server lets slip meanwhile', async () => {
    const served = await serve((_req, res) => {
      console.log('somebody came')
      res.end('hello')
    })
    try {
      const visitor = async () => [await (await fetch(served.origin)).text()]
      expect(await served.visit('a browser', visitor)).toMatchObject({
        request: 'a browser',
        told: ['hello'],
        fate: 'visited',
        slips: [{ kind: 'console', text: 'somebody came' }],
      })
      const fails = served.visit('one who fails', () => Promise.reject(new Error('no way in')))
      await expect(fails).rejects.toThrow('no way in')
    } finally {
      await served.close()
    }
  })

  it('refuses what cannot be served', async () => {
    await expect(serve({} as never)).rejects.toThrow(TypeError)
    await expect(serve({ listen: () => 'no server' })).rejects.toThrow(
      /must return an http\.Server/,
    )
  })

  it('says so when a target cannot listen', async () => {
    const taken = await serve(echo)
    const target = { listen: () => createServer(echo).listen(taken.port, '127.0.0.1') }
    await expect(serve(target)).rejects.toThrow(/cannot listen: .*EADDRINUSE/)
    await taken.close()
  })
})

describe('fate', () => {
  const cases: [string, RequestListener, RequestSpec, string][] = [
    ['kept for another request', echo, {}, 'kept'],
    ['closed when the client asks for it', echo, { headers: [['Connection', 'close']] }, 'closed'],
    [
      'closed when the server says so',
      (_req, res) => res.setHeader('Connection', 'close').end(),
      {},
      'closed',
    ],
    [
      'closed when the server hangs up after the answer without a word',
      (req, res) => res.end('x', () => req.socket.end()),
      {},
      'closed',
    ],
    ['closed without an answer', (req) => req.socket.end(), {}, 'closed'],
    ['reset without an answer', (req) => req.socket.resetAndDestroy(), {}, 'reset'],
    [
      'reset in the middle of an answer',
      (req, res) => res.write('x', () => afterTurns(20, () => req.socket.resetAndDestroy())),
      {},
      'reset',
    ],
    ['no answer in the patience given', () => {}, { patience: 30 }, 'no answer'],
    [
      'no answer where it stops in the middle',
      (_req, res) => res.write('x'),
      { patience: 30 },
      'no answer',
    ],
    ['aborted by us after the request', () => {}, { abort: 'after-request' }, 'aborted'],
    [
      'aborted by us after the first byte',
      (_req, res) => res.write('x'),
      { abort: 'after-first-byte' },
      'aborted',
    ],
  ]
  it.each(cases)('is %s', async (_what, listener, request, fate) => {
    expect((await observe(listener, request)).fate).toBe(fate)
  })

  it('leaves what came before silence or reset in the answer', async () => {
    const { answers } = await observe((_req, res) => res.write('half'), { patience: 30 })
    expect(answers[0]).toMatchObject({ status: 200, complete: false })
    expect(String(answers[0]?.body)).toBe('half')
  })

  it('lets the server hear of an abort before the observation ends', async () => {
    let heard = false
    await observe((_req, res) => res.on('close', () => (heard = true)), { abort: 'after-request' })
    expect(heard).toBe(true)
  })
})

describe('observe(target, request)', () => {
  it('sends bad HTTP as it is', async () => {
    const { answers, fate } = await observe(echo, { raw: 'GET / HTTP/1.1\r\nbad header\r\n\r\n' })
    expect(answers[0]?.statusLine).toBe('HTTP/1.1 400 Bad Request')
    expect(fate).toBe('closed')
  })

  it('shows interim answers, trailers and a chunked body', async () => {
    const { answers } = await observe((_req, res) => {
      res.writeEarlyHints({ link: '</a>' })
      res.setHeader('Trailer', 'X-T')
      res.write('a')
      res.addTrailers({ 'X-T': '1' })
      res.end('b')
    })
    expect(answers.map(({ status }) => status)).toEqual([103, 200])
    expect(answers[1]).toMatchObject({ trailers: [['X-T', '1']], complete: true })
    expect(String(answers[1]?.body)).toBe('ab')
  })

  it('sends chunks that a server reads as one body', async () => {
    const listener: RequestListener = async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk)
      res.end(Buffer.concat(chunks))
    }
    const [one] = await observeAll(listener, [{ method: 'POST', body: ['中', 'b'] }])
    expect(String(one?.answers[0]?.body)).toBe('中b')
  })

  it('reads a large body in many pieces', async () => {
    const { answers } = await observe((_req, res) => {
      for (let piece = 0; piece < 2000; piece += 1) res.write('x'.repeat(1000))
      res.end()
    })
    expect(answers[0]).toMatchObject({ complete: true })
    expect(answers[0]?.body).toHaveLength(2_000_000)
  })

  it('shows what comes after the answer to a pipelined request as stray', async () => {
    const { answers, stray } = await observe(echo, {
      raw: 'GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n',
    })
    expect(String(answers[0]?.body)).toBe('GET /a')
    expect(String(stray)).toContain('GET /b')
  })

  it('expects no body where a HEAD is answered', async () => {
    const { answers, stray, fate } = await observe((_req, res) => res.end('unsent'), {
      method: 'HEAD',
    })
    expect(answers[0]).toMatchObject({ status: 200, complete: true })
    expect([answers[0]?.body.length, stray.length, fate]).toEqual([0, 0, 'kept'])
  })

  it('hears what the server lets slip for this request, and for this one only', async () => {
    const listener: RequestListener = (req, res) => {
      if (req.url === '/loud') void Promise.reject(new Error('lost'))
      res.end()
    }
    const seen = await observeAll(listener, [{ target: '/loud' }, { target: '/' }])
    expect(seen.map(({ slips }) => slips.map(({ kind }) => kind))).toEqual([
      ['unhandledRejection'],
      [],
    ])
  })

  it('does not wait for a server that never reads a large body', async () => {
    const { answers } = await observe(
      (_req, res) => res.writeHead(413, { Connection: 'close' }).end(),
      {
        method: 'POST',
        body: Buffer.alloc(4_000_000),
      },
    )
    expect(answers[0]?.status ?? 'reset').toBe(413)
  })
})
