import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect, createServer } from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { describeBehaviours, type Pair } from '@await-next/oracle/vitest'
import { describe, expect, it, vi } from 'vitest'
import { app, pair } from '../test/pair.ts'
import { finalHandler } from './final-handler.ts'

/** What can be thrown. A stack that is not one of Node's own shows on the wire as it is. */
const THROWN: Record<string, unknown> = {
  'an error': Object.assign(new Error('plain'), { stack: 'Error: plain' }),
  'an error with a status': Object.assign(new Error('teapot'), { status: 418, stack: 'teapot' }),
  'an error with a statusCode': Object.assign(new Error('gone'), {
    statusCode: 410,
    stack: 'gone',
  }),
  'a status that is no error’s': Object.assign(new Error('ok'), { status: 200, stack: 'ok' }),
  'a status in words': Object.assign(new Error('text'), { status: '404', stack: 'text' }),
  'an odd status': Object.assign(new Error('odd'), { status: 599, stack: 'odd' }),
  'two statuses': Object.assign(new Error('two'), { status: 42, statusCode: 403, stack: 'two' }),
  'an error with headers': Object.assign(new Error('later'), {
    status: 503,
    stack: 'later',
    headers: { 'Retry-After': '60', 'X-List': ['a', 'b'] },
  }),
  'headers without a status': Object.assign(new Error('ignored'), {
    stack: 'ignored',
    headers: { 'X-Ignored': 'yes' },
  }),
  'an error without a stack': Object.assign(new Error('bare'), { stack: '' }),
  'markup and spaces': Object.assign(new Error(), { stack: '<script>\n  "a" & \'b\'' }),
  'a text': 'just text',
  'a number': 42,
  true: true,
  'an object': { message: 'not shown' },
  'an object that can say what it is': { toString: () => 'said so' },
  'an object without a prototype': Object.create(null),
}

describeBehaviours('an error that nobody took', pair, [
  ...Object.entries(THROWN).map(([name, thrown]) => ({
    name: `is told to developers: ${name}`,
    program: app((app) => {
      app.use(() => {
        throw thrown
      })
    }),
    requests: [{}, { method: 'HEAD' }],
    expects: [{ headers: { 'content-security-policy': "default-src 'none'" } }],
  })),
  ...Object.entries(THROWN).map(([name, thrown]) => ({
    name: `is hidden in production: ${name}`,
    program: app((app) => {
      app.set('env', 'production').use(() => {
        throw thrown
      })
    }),
    expects: [{ headers: { 'x-content-type-options': 'nosniff' } }],
  })),
  {
    name: 'is printed, but not in tests',
    program: (framework) => {
      const boom = () => {
        throw Object.assign(new Error('printed'), { stack: 'printed' })
      }
      const quiet = framework().set('env', 'test').use(boom)
      return (req, res) =>
        req.url === '/quiet' ? quiet(req, res) : framework().use(boom)(req, res)
    },
    requests: [{ target: '/' }, { target: '/quiet' }],
    expects: [{ status: 500, slips: ['printed'] }, { status: 500 }],
  },
  {
    name: 'takes the status of the response where that fits an error',
    program: app((app) => {
      app.use('/:status', (req, res) => {
        res.statusCode = Number(req.params.status)
        throw Object.assign(new Error('x'), { stack: 'x' })
      })
    }),
    requests: ['/404', '/200', '/302', '/600'].map((target) => ({ target })),
    expects: [{ status: 404 }, { status: 500 }, { status: 500 }, { status: 500 }],
  },
  {
    name: 'takes back what was said of the content',
    program: app((app) => {
      app.use((_req, res) => {
        res.set({
          'Content-Encoding': 'gzip',
          'Content-Language': 'en',
          'Content-Range': 'bytes 0-1',
        })
        res.set({ 'Content-Type': 'image/png', 'X-Kept': '1' })
        throw Object.assign(new Error('x'), { stack: 'x' })
      })
    }),
    expects: [
      {
        headers: {
          'content-encoding': undefined,
          'content-type': 'text/html; charset=utf-8',
          'x-kept': '1',
        },
      },
    ],
  },
  {
    name: 'breaks the connection when half an answer is out',
    program: app((app) => {
      app.use((_req, res, next) => {
        res.write('half')
        setImmediate(next, Object.assign(new Error('too late'), { stack: 'too late' }))
      })
    }),
    expects: [{ status: 200, body: 'half', slips: ['too late'] }],
  },
])

describeBehaviours('a request that nobody answered', pair, [
  {
    name: 'is told so, with its method and path made safe',
    program: app((app) => app.set('env', 'test')),
    requests: [
      ...['/', '/a/b?query', '/<script>', '/%3Cscript%3E', '/\u00e9', '//host/path', '/a b'],
      'http://user@host:80/absolute?x',
      'http://host',
      '/%',
      '/?a=1#hash',
    ].map((target) => ({ target })),
    expects: [
      { status: 404, body: /<pre>Cannot GET \/<\/pre>/ },
      { body: /<pre>Cannot GET \/a\/b<\/pre>/ },
      { body: /Cannot GET \/%3Cscript%3E/ },
    ],
  },
  {
    name: 'is told with its own method; HEAD gets no body',
    program: app((app) => app.set('env', 'test')),
    requests: ['POST', 'HEAD', 'DELETE', 'OPTIONS', 'PROPFIND'].map((method) => ({ method })),
    expects: [{ body: /Cannot POST \// }, { status: 404, body: '' }],
  },
  {
    name: 'is told once its body has been read',
    program: app((app) => app.set('env', 'test')),
    requests: [
      { method: 'POST', body: 'x'.repeat(100_000) },
      { method: 'POST', body: ['chunk', 'by', 'chunk'] },
    ],
    expects: [{ status: 404 }, { status: 404 }],
  },
  {
    name: 'is left alone when somebody has begun to answer',
    program: app((app) => {
      app.use((_req, res, next) => {
        res.write('begun, ')
        next()
        setImmediate(() => res.end('done'))
      })
    }),
    expects: [{ status: 200, body: 'begun, done' }],
  },
])

const require = createRequire(import.meta.url)

/** Without an app, as the finalhandler package is used. */
const alone: Pair<typeof finalHandler> = {
  upstream: `finalhandler ${require('finalhandler/package.json').version}`,
  mini: 'mini-express/src/final-handler.ts',
  upstreamFile: require.resolve('finalhandler'),
  frameworks: { upstream: require('finalhandler'), mini: finalHandler },
}

const told = Object.assign(new Error('told'), { status: 503, stack: 'told: its stack' })

const wide = Object.assign(Object.create(null), { message: 'unseen' })

describeBehaviours('finalHandler(req, res, options)', alone, [
  {
    name: 'tells the status of what has no words for itself',
    program: (finalHandler) => (req, res) => finalHandler(req, res)(wide),
    expects: [{ status: 500, body: /Internal Server Error/ }],
  },
  {
    name: 'names a resource where the URL cannot be read',
    program: (finalHandler) => (req, res) => {
      Object.defineProperty(req, 'originalUrl', {
        get() {
          throw new Error('unreadable')
        },
      })
      finalHandler(req, res)()
    },
    expects: [{ status: 404, body: /Cannot GET resource/ }],
  },
  {
    name: 'answers at once when the request has been read',
    program: (finalHandler) => (req, res) => {
      req.resume().once('end', () => setImmediate(finalHandler(req, res), told))
    },
    requests: [{ method: 'POST', body: 'read' }],
    expects: [{ status: 503 }],
  },
  {
    name: 'waits until the request is read',
    program: (finalHandler) => (req, res) => finalHandler(req, res)(told),
    requests: [{ method: 'POST', body: ['one', 'two'.repeat(50_000)] }],
    expects: [{ status: 503 }],
  },
  ...[undefined, 'production'].map((env) => ({
    name: `is of the environment, ${env ?? 'which may not be set'}`,
    program:
      (handler: typeof finalHandler): RequestListener =>
      (req, res) => {
        vi.stubEnv('NODE_ENV', env)
        const done = handler(req, res)
        vi.unstubAllEnvs()
        done(told)
      },
    expects: [{ status: 503, body: env ? /Service Unavailable/ : /told: its stack/ }],
  })),
  {
    name: 'needs no options',
    program: (finalHandler) => (req, res) => finalHandler(req, res)(told),
    expects: [{ status: 503, body: /told: its stack/ }],
  },
  {
    name: 'hides the stack in production',
    program: (finalHandler) => (req, res) => finalHandler(req, res, { env: 'production' })(told),
    expects: [{ status: 503, body: /<pre>Service Unavailable<\/pre>/ }],
  },
  {
    name: 'hands the error on with its request and response',
    program: (finalHandler) => (req, res) => {
      const onerror = (...args: unknown[]) => {
        console.log(args[0] === told, args[1] === req, args[2] === res, args.length)
      }
      finalHandler(req, res, { onerror })(told)
    },
    expects: [{ status: 503, slips: ['true true true 3'] }],
  },
  {
    name: 'names a resource where there is no URL',
    program: (finalHandler) => (req, res) => {
      Reflect.deleteProperty(req, 'url')
      finalHandler(req, res)()
    },
    expects: [{ status: 404, body: /Cannot GET resource/ }],
  },
])

describe('finalHandler over HTTP/2', () => {
  it('sends no reason phrase', async () => {
    const warn = vi.spyOn(process, 'emitWarning')
    const answers = await Promise.all([alone.frameworks.upstream, finalHandler].map(askHttp2))
    expect(answers[0]).toMatchObject({ ':status': 503 })
    expect(answers[1]).toEqual(answers[0])
    expect(warn).not.toHaveBeenCalled()
  })
})

/** The headers of an error's answer, but for its date. */
async function askHttp2(handler: typeof finalHandler): Promise<object> {
  const server = createServer((req, res) => handler(req as never, res as never)(told))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    const [{ date: _, ...headers }] = await once(client.request({ ':path': '/' }), 'response')
    return { ...headers }
  } finally {
    client.close()
    server.close()
  }
}
