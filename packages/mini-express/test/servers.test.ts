/** Where an app can be put: into servers of every kind, and into another app. */
import { createServer, type RequestListener } from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import { createServer as createHttpsServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Behaviour, describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { WebSocketServer } from 'ws'
import type { Application, express, NextFunction, RequestHandler } from '../src/index.ts'
import { fixture } from './fixtures.ts'
import { app, pair, tellError } from './pair.ts'

type Case = Behaviour<typeof express>

const real = pair.frameworks.upstream

/** Tells what of a request depends on where the app stands. */
const tellPlace: RequestHandler = (req, res) => {
  const { baseUrl, originalUrl, protocol, secure, url } = req
  res.set('X-App', req.app.path() || '/').json({ baseUrl, originalUrl, protocol, secure, url })
}

describeBehaviours('http.createServer(app)', pair, [
  {
    name: 'answers as app.listen does',
    program: (framework) => createServer(framework().get('/:id', tellPlace)),
    requests: [{ target: '/7' }, { target: '/' }, { method: 'HEAD', target: '/7' }],
    expects: [{ status: 200 }, { status: 404 }, { status: 200 }],
  },
  {
    name: 'sends files',
    program: (framework) => createServer(framework().use(framework.static(fixture('public')))),
    requests: [{ target: '/hello.txt' }, { target: '/folder' }],
    expects: [{ status: 200 }, { status: 301 }],
  },
  {
    name: 'tells of errors',
    program: (framework) =>
      createServer(
        framework()
          .get('/', (_req, _res, next) => next(new Error('told')))
          .use(tellError),
      ),
    expects: [{ status: 500, body: '{"caught":"told"}' }],
  },
  {
    name: 'takes an app as one listener of several',
    program: (framework) => {
      const inner = framework().get('/', tellPlace)
      const listener: RequestListener = (req, res) => {
        if (req.url === '/plain') res.end('plain')
        else inner(req, res)
      }
      return createServer(listener)
    },
    requests: [{ target: '/plain' }, { target: '/' }],
    expects: [{ body: 'plain' }, { status: 200 }],
  },
  {
    name: 'takes a router without an app',
    program: (framework) => {
      const router = framework.Router().get('/:id', ((req, res) => {
        res.end(JSON.stringify([req.params, req.url, req.baseUrl]))
      }) as RequestHandler)
      return createServer((req, res) => {
        const handle = router as unknown as (...args: unknown[]) => void
        handle(req, res, () => res.writeHead(404).end('nobody'))
      })
    },
    requests: [{ target: '/7' }, { target: '/' }],
    expects: [{ body: '[{"id":"7"},"/7",""]' }, { status: 404 }],
  },
])

/** An inner app that shows whose settings, locals and prototypes it has. */
function innerApp(framework: typeof express): Application {
  const inner = framework()
  inner.locals['name'] = 'inner'
  inner.get('/place', tellPlace)
  inner.get('/settings', (req, res) => {
    const { locals, mountpath } = req.app
    res.json([req.app.get('own'), locals['name'], mountpath, req.app === inner])
  })
  inner.get('/send', (_req, res) => res.status(201).type('txt').send('sent'))
  inner.get('/fail', (_req, _res, next) => next(new Error('inner')))
  return inner
}

/** An outer app that goes on after the inner one, as itself again. */
function outerApp(framework: typeof express, inner: Application): Application {
  const outer = framework()
  outer.set('own', 'outer').set('env', 'test')
  outer.use('/in', inner)
  outer.use((req, res) => {
    res.status(404).json([req.app === outer, req.url, req.baseUrl, typeof res.json])
  })
  return outer.use(tellError)
}

const PLACES = ['/in/place?q=1', '/in/settings', '/in/send', '/in/fail', '/in/missing', '/out']
const places: Pick<Case, 'requests' | 'expects'> = {
  requests: PLACES.map((target) => ({ target })),
  expects: [
    { status: 200, headers: { 'x-app': '/in' } },
    { status: 200, body: '["outer","inner","/in",true]' },
    { status: 201, body: 'sent' },
    { status: 500, body: '{"caught":"inner"}' },
    { status: 404, body: '[true,"/in/missing","","function"]' },
    { status: 404 },
  ],
}

describeBehaviours('app.use(path, app)', pair, [
  {
    name: 'mounts an app in one of its kind',
    program: (framework) => outerApp(framework, innerApp(framework)),
    ...places,
  },
  {
    name: 'mounts an app of real Express',
    program: (framework) => outerApp(framework, innerApp(real)),
    ...places,
  },
  {
    name: 'mounts in an app of real Express',
    program: (framework) => outerApp(real, innerApp(framework)),
    ...places,
  },
  {
    name: 'takes a router of real Express, and its static folder',
    program: app((app) => {
      app.use('/r', real.Router({ mergeParams: true }).get('/:id', tellPlace))
      app.use('/s', real.static(fixture('public')))
    }),
    requests: [{ target: '/r/7' }, { target: '/s/hello.txt' }, { target: '/s' }],
    expects: [{ status: 200 }, { body: 'hello, file\n' }, { status: 301 }],
  },
  {
    name: 'gives a router and a static folder to real Express',
    program: (framework) => {
      const outer = real()
      outer.use('/r', framework.Router({ mergeParams: true }).get('/:id', tellPlace))
      outer.use('/s', framework.static(fixture('public')))
      return outer
    },
    requests: [{ target: '/r/7' }, { target: '/s/hello.txt' }, { target: '/s' }],
    expects: [{ status: 200 }, { body: 'hello, file\n' }, { status: 301 }],
  },
])

/** Has ws take upgrades of `/ws`, as an app of two kinds does. */
function withSockets(framework: typeof express) {
  const app = framework().use((req, res) => res.json([req.url, req.get('upgrade')]))
  return {
    listen(port: number, host: string) {
      const server = app.listen(port, host)
      const sockets = new WebSocketServer({ server, path: '/ws' })
      sockets.on('connection', (socket) => socket.send('welcome'))
      return server
    },
  }
}

const UPGRADE: [string, string][] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
]

describeBehaviours('server.on("upgrade")', pair, [
  {
    name: 'is left to ws, which greets',
    program: withSockets,
    requests: [{ target: '/ws', headers: UPGRADE }, { target: '/ws' }],
    expects: [
      { status: 101, headers: { 'sec-websocket-accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' } },
      { status: 200, body: '["/ws",null]' },
    ],
  },
  {
    name: 'is refused by ws for another path',
    program: withSockets,
    requests: [{ target: '/other', headers: UPGRADE }],
    expects: [{ status: 400 }],
  },
  {
    name: 'is a request like any other where nobody listens for it',
    program: app((app) => app.use((req, res) => res.json([req.url, req.get('upgrade')]))),
    requests: [{ target: '/ws', headers: UPGRADE }],
    expects: [{ status: 200, body: '["/ws","websocket"]' }],
  },
])

/** Without a certificate: a cipher that asks for none is enough for a loopback. */
const ANONYMOUS = {
  ciphers: 'ADH-AES128-SHA256:@SECLEVEL=0',
  dhparam: 'auto',
  maxVersion: 'TLSv1.2',
} as const

/** What an app answers over TLS. */
async function askSecurely(app: Application, path: string): Promise<unknown[]> {
  const server = createHttpsServer({ ...ANONYMOUS }, app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const { ciphers, maxVersion } = ANONYMOUS
  const options = { ciphers, maxVersion, host: '127.0.0.1', port, path, rejectUnauthorized: false }
  try {
    return await new Promise((resolve, reject) => {
      const asking = request({ ...options, agent: false }, async (res) => {
        resolve([res.statusCode, res.headers['content-type'], await text(res)])
      })
      asking.on('error', reject).end()
    })
  } finally {
    server.close()
  }
}

describeValues('https.createServer(options, app)', pair, [
  {
    name: 'makes requests secure',
    compute: (framework) => askSecurely(framework().get('/:id', tellPlace), '/7'),
    expected: [
      200,
      'application/json; charset=utf-8',
      '{"baseUrl":"","originalUrl":"/7","protocol":"https","secure":true,"url":"/7"}',
    ],
  },
  {
    name: 'sends files',
    compute: (framework) =>
      askSecurely(framework().use(framework.static(fixture('public'))), '/hello.txt'),
    expected: [200, 'text/plain; charset=utf-8', 'hello, file\n'],
  },
  {
    name: 'answers 404 at the end',
    compute: async (framework) => (await askSecurely(framework(), '/x')).slice(0, 2),
    expected: [404, 'text/html; charset=utf-8'],
  },
])

/** What a handler answers over HTTP/2. */
async function askHttp2(handle: (...args: unknown[]) => void, path: string): Promise<unknown[]> {
  const server = createHttp2Server((req, res) => {
    handle(req, res, (err?: Error) => {
      res.statusCode = 404
      res.end(`nobody: ${err?.message}`)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  try {
    const stream = client.request({ ':path': path })
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      stream.once('response', resolve).once('error', reject)
    })
    return [headers[':status'], headers['content-type'], headers['location'], await text(stream)]
  } finally {
    client.destroy()
    server.close()
  }
}

/** What a handler sees of messages that came from no server, as tests and clouds make them. */
function seePlain(app: Application): unknown {
  const req = { url: '/7?q=1', method: 'GET', headers: {} }
  const res = {}
  let seen: unknown
  app.get('/:id', (req, res) => {
    const { app: owner, locals, statusCode } = res
    seen = { ...req.params, ...req.query, ...locals, ours: owner === app, statusCode }
  })
  app(req as never, res as never)
  return [seen, Object.hasOwn(res, 'statusCode'), Object.hasOwn(res, 'statusMessage')]
}

describeValues('app(req, res)', pair, [
  {
    name: 'takes plain objects, and leaves their status unset',
    compute: (framework) => seePlain(framework().disable('x-powered-by')),
    expected: [{ id: '7', q: '1', ours: true, statusCode: 200 }, false, false],
  },
])

// An app is not for HTTP/2: upstream takes the prototypes of http2's messages away, and with them what they are.
describeValues('http2.createServer(handler)', pair, [
  {
    name: 'takes a router',
    compute: (framework) => {
      const router = framework.Router()
      router.use('/a', ((_req, _res, next: NextFunction) => next()) as RequestHandler)
      router.get('/a/:id', ((req, res) => {
        res.end(JSON.stringify([req.params, req.url]))
      }) as RequestHandler)
      return askHttp2(router as never, '/a/7')
    },
    expected: [200, undefined, undefined, '[{"id":"7"},"/a/7"]'],
  },
  {
    name: 'takes a router that has no answer',
    compute: (framework) => askHttp2(framework.Router() as never, '/a'),
    expected: [404, undefined, undefined, 'nobody: undefined'],
  },
  {
    name: 'takes a static folder',
    compute: ({ static: serve }) => askHttp2(serve(fixture('public')) as never, '/hello.txt'),
    expected: [200, 'text/plain; charset=utf-8', undefined, 'hello, file\n'],
  },
  {
    name: 'takes a static folder that redirects',
    compute: async ({ static: serve }) =>
      (await askHttp2(serve(fixture('public')) as never, '/folder?q')).slice(0, 3),
    expected: [301, 'text/html; charset=UTF-8', '/folder/?q'],
  },
  {
    name: 'takes a static folder that has no answer',
    compute: ({ static: serve }) => askHttp2(serve(fixture('public')) as never, '/missing'),
    expected: [404, undefined, undefined, 'nobody: undefined'],
  },
])
