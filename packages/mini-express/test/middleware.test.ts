/** The middleware that apps are made of: each runs on real Express and on ours, and answers the same. */
import type { RequestSpec } from '@await-next/oracle'
import { type Behaviour, describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { json, urlencoded } from 'body-parser'
import compression from 'compression'
import cookieParser from 'cookie-parser'
import { sign } from 'cookie-signature'
import cors from 'cors'
import { rateLimit } from 'express-rate-limit'
import session from 'express-session'
import helmet from 'helmet'
import morgan from 'morgan'
import multer from 'multer'
import { Passport } from 'passport'
import { Strategy as LocalStrategy, type VerifyFunction } from 'passport-local'
import supertest from 'supertest'
import type { Application, express, RequestHandler } from '../src/index.ts'
import { fixture } from './fixtures.ts'
import { app, pair, tellError } from './pair.ts'

type Case = Behaviour<typeof express>

const hello: RequestHandler = (_req, res) => res.send('hello')

describeBehaviours('cors', pair, [
  {
    name: 'allows every origin',
    program: app((app) => app.use(cors()).get('/', hello)),
    requests: [{}, { method: 'OPTIONS' }, { headers: [['Origin', 'http://a.test']] }],
    expects: [
      { status: 200, headers: { 'access-control-allow-origin': '*' } },
      { status: 204, headers: { 'content-length': '0' } },
    ],
  },
  {
    name: 'allows some origins, and answers what a browser asks before',
    program: app((app) => {
      app.use(cors({ origin: ['http://a.test', /\.b\.test$/], credentials: true, maxAge: 60 }))
      app.put('/', hello)
    }),
    requests: ['http://a.test', 'http://x.b.test', 'http://evil.test'].map((origin) => ({
      name: origin,
      method: 'OPTIONS',
      headers: [
        ['Origin', origin],
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'x-own'],
      ],
    })),
    expects: [
      { status: 204, headers: { 'access-control-allow-origin': 'http://a.test' } },
      { status: 204, headers: { 'access-control-allow-origin': 'http://x.b.test' } },
      { status: 204, headers: { 'access-control-allow-origin': undefined } },
    ],
  },
  {
    name: 'passes on that an origin is refused',
    program: app((app) => {
      app.use(cors({ origin: (_origin, told) => told(new Error('refused')) }))
      app.get('/', hello).use(tellError)
    }),
    expects: [{ status: 500, body: '{"caught":"refused"}' }],
  },
])

describeBehaviours('helmet', pair, [
  {
    name: 'sets its headers and takes away X-Powered-By',
    program: app((app) => app.use(helmet()).get('/', hello)),
    requests: [{}, { target: '/missing' }],
    expects: [
      {
        status: 200,
        headers: { 'x-powered-by': undefined, 'x-content-type-options': 'nosniff' },
      },
      { status: 404 },
    ],
  },
  {
    name: 'takes a policy that looks at the response',
    program: app((app) => {
      app.use((_req, res, next) => {
        res.locals['nonce'] = 'n0nce'
        next()
      })
      const nonce = (_req: unknown, res: unknown) =>
        `'nonce-${(res as { locals: { nonce: string } }).locals.nonce}'`
      app.use(helmet({ contentSecurityPolicy: { directives: { scriptSrc: [nonce] } } }))
      app.get('/', hello)
    }),
    expects: [(seen) => String(seen.answers[0]?.headers).includes("'nonce-n0nce'") || fail()],
  },
])

function fail(): never {
  throw new Error('not shown')
}

const LONG = 'long enough to be worth it. '.repeat(100)
const GZIP: RequestSpec = { headers: [['Accept-Encoding', 'gzip']] }

describeBehaviours('compression', pair, [
  {
    name: 'compresses what is long enough, for who can read it',
    program: app((app) => {
      app.use(compression())
      app.get('/long', (_req, res) => res.send(LONG)).get('/short', hello)
    }),
    requests: [
      { ...GZIP, target: '/long' },
      { target: '/long' },
      { ...GZIP, target: '/short' },
      { ...GZIP, target: '/long', method: 'HEAD' },
      { headers: [['Accept-Encoding', 'deflate']], target: '/long' },
    ],
    expects: [
      {
        status: 200,
        headers: {
          'content-encoding': 'gzip',
          vary: 'Accept-Encoding',
          'content-length': undefined,
        },
      },
      { status: 200, body: LONG },
      { body: 'hello', headers: { 'content-encoding': undefined } },
      { status: 200, body: '' },
      { headers: { 'content-encoding': 'deflate' } },
    ],
  },
  {
    name: 'compresses what is written piece by piece, and JSON',
    program: app((app) => {
      app.use(compression({ threshold: 0 }))
      app.get('/pieces', (_req, res) => {
        res.type('txt').write('one')
        res.end('two')
      })
      app.get('/json', (_req, res) => res.json({ LONG }))
    }),
    requests: [
      { ...GZIP, target: '/pieces' },
      { ...GZIP, target: '/json' },
    ],
    expects: [
      { headers: { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' } },
      { headers: { 'content-encoding': 'gzip' } },
    ],
  },
  {
    name: 'compresses files',
    program: app((app, framework) => {
      app.use(compression({ threshold: 0 })).use(framework.static(fixture('public')))
    }),
    requests: [
      { ...GZIP, target: '/hello.txt' },
      { ...GZIP, target: '/hello.txt', method: 'HEAD' },
    ],
    expects: [{ status: 200, headers: { 'content-encoding': 'gzip' } }, { status: 200 }],
  },
])

describeBehaviours('morgan', pair, [
  {
    name: 'logs each request once it is answered',
    program: app((app, framework) => {
      const stream = { write: (line: string) => console.log(line.trim()) }
      app.use(morgan(':method :url :status :res[content-length] :referrer', { stream }))
      app.get('/', hello)
      app.use('/in', framework().get('/x', hello))
    }),
    requests: [{}, { target: '/in/x' }, { target: '/missing?q' }, { method: 'HEAD' }],
    expects: [
      { slips: ['GET / 200 5 -'] },
      { slips: ['GET /in/x 200 5 -'] },
      { slips: ['GET /missing?q 404'] },
      { slips: ['HEAD / 200 5 -'] },
    ],
  },
])

describeBehaviours('cookie-parser', pair, [
  {
    name: 'reads cookies: plain, JSON, signed and forged',
    program: app((app) => {
      app.use(cookieParser('secret'))
      app.get('/', (req, res) => {
        const { cookies, signedCookies, secret } = req as typeof req & Record<string, unknown>
        res.json({ cookies, signedCookies, secret })
      })
    }),
    requests: [
      {
        headers: [
          ['Cookie', `a=1; b=j:{"c":[2]}; d=s:${sign('three', 'secret')}; e=s:forged.signature`],
        ],
      },
      {},
    ],
    expects: [
      {
        body: '{"cookies":{"a":"1","b":{"c":[2]}},"signedCookies":{"d":"three","e":false},"secret":"secret"}',
      },
      { status: 200 },
    ],
  },
  {
    name: 'lets res.cookie sign, and what it signed is read again',
    program: app((app) => {
      app.use(cookieParser('secret'))
      app.get('/', (_req, res) => {
        res
          .cookie('name', { a: 1 }, { signed: true, httpOnly: true })
          .clearCookie('old')
          .send('set')
      })
    }),
    expects: [{ status: 200, body: 'set' }],
  },
])

/** The cookie of a session by the name that its program gives it. */
function sessionCookie(id: string): [string, string][] {
  return [['Cookie', `connect.sid=s%3A${encodeURIComponent(sign(id, 'secret'))}`]]
}

/** Sessions are named in order, so that they are the same in every run. */
function sessions(options: Partial<session.SessionOptions> = {}) {
  let made = 0
  const genid = () => `session-${++made}`
  return session({ secret: 'secret', resave: false, saveUninitialized: false, genid, ...options })
}

type WithSession = { session: session.Session & { views?: number } }

const countViews: RequestHandler = (req, res) => {
  const { session } = req as unknown as WithSession
  session.views = (session.views ?? 0) + 1
  res.json([session.id, session.views])
}

describeBehaviours('express-session', pair, [
  {
    name: 'keeps a session from one request to the next',
    program: app((app) => app.use(sessions()).get('/', countViews)),
    requests: [
      {},
      { name: 'with its cookie', headers: sessionCookie('session-1') },
      { name: 'forged', headers: [['Cookie', 'connect.sid=s%3Asession-1.forged']] },
    ],
    expects: [
      { body: '["session-1",1]' },
      { body: '["session-1",2]', headers: { 'set-cookie': undefined } },
      { body: '["session-2",1]' },
    ],
  },
  {
    name: 'gives no cookie to a session without content, nor where it must be secure',
    program: app((app) => {
      app.use(sessions({ cookie: { secure: true } }))
      app.get('/', hello).get('/count', countViews)
    }),
    requests: [{}, { target: '/count' }],
    expects: [{ headers: { 'set-cookie': undefined } }, { headers: { 'set-cookie': undefined } }],
  },
  {
    name: 'trusts a proxy that says it is secure',
    program: app((app) => {
      app.set('trust proxy', 1).use(sessions({ proxy: true, cookie: { secure: true } }))
      app.get('/', countViews)
    }),
    requests: [{ headers: [['X-Forwarded-Proto', 'https']] }],
    expects: [(seen) => /; Secure/.test(String(seen.answers[0]?.headers)) || fail()],
  },
  {
    name: 'begins a session anew and ends it',
    program: app((app) => {
      app.use(sessions()).get('/', countViews)
      app.get('/anew', (req, res, next) => {
        const { session } = req as unknown as WithSession
        session.regenerate((err) => (err ? next(err) : countViews(req, res, next)))
      })
      app.get('/end', (req, res, next) => {
        const { session } = req as unknown as WithSession
        session.destroy((err) => (err ? next(err) : res.send('ended')))
      })
    }),
    requests: [
      {},
      { target: '/anew', headers: sessionCookie('session-1') },
      { target: '/end', headers: sessionCookie('session-2') },
      { name: 'after the end', headers: sessionCookie('session-2') },
    ],
    expects: [
      { body: '["session-1",1]' },
      { body: '["session-2",1]' },
      { body: 'ended' },
      { body: '["session-3",1]' },
    ],
  },
  {
    name: 'saves before a redirect',
    program: app((app) => {
      app.use(sessions()).get('/', (req, res) => {
        Object.assign((req as unknown as WithSession).session, { seen: true })
        res.redirect('/next')
      })
    }),
    expects: [{ status: 302, headers: { location: '/next' } }],
  },
])

/** Multipart bodies with a boundary of their own. */
function multipart(...parts: [disposition: string, content: string][]): RequestSpec {
  const body = parts.map(
    ([disposition, content]) =>
      `--limit\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`,
  )
  return {
    method: 'POST',
    headers: [['Content-Type', 'multipart/form-data; boundary=limit']],
    body: `${body.join('')}--limit--\r\n`,
  }
}

describeBehaviours('multer', pair, [
  {
    name: 'reads a file and fields, and refuses what is too big or not expected',
    program: app((app) => {
      const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 10 } })
      app.post('/', upload.single('file'), (req, res) => {
        const { file, body } = req as typeof req & { file?: Express.Multer.File }
        res.json({ file: file && [file.originalname, file.buffer.toString()], body })
      })
      app.use(tellError)
    }),
    requests: [
      multipart(['name="a"', '1'], ['name="file"; filename="x.txt"', 'content']),
      multipart(['name="a[b]"', '1']),
      multipart(['name="file"; filename="x.txt"', 'content that is too long']),
      multipart(['name="other"; filename="x.txt"', 'content']),
      { method: 'POST', body: 'not multipart' },
      {
        method: 'POST',
        headers: [['Content-Type', 'multipart/form-data; boundary=limit']],
        body: '--limit\r\nnonsense',
      },
    ],
    expects: [
      { body: '{"file":["x.txt","content"],"body":{"a":"1"}}' },
      { status: 200 },
      { status: 500, body: '{"caught":"File too large"}' },
      { status: 500, body: '{"caught":"Unexpected file field"}' },
      { status: 200 },
      { status: 500 },
    ],
  },
])

/** A login with a form, remembered by a session. */
function login(app: Application): void {
  const passport = new Passport()
  const check: VerifyFunction = (user, password, done) => {
    if (user === 'broken') done(new Error('no database'))
    else done(null, password === 'right' && { user })
  }
  passport.use(new LocalStrategy(check))
  passport.serializeUser((user, done) => done(null, user))
  passport.deserializeUser((user: Express.User, done) => done(null, user))
  app.use(sessions()).use(passport.initialize(), passport.session())
  const parse = urlencoded({ extended: false })
  app.post('/login', parse, passport.authenticate('local', { failureRedirect: '/sorry' }), hello)
  app.post('/api', parse, passport.authenticate('local', { session: false }), hello)
  app.get('/', (req, res) => {
    const { user } = req as typeof req & { user?: unknown }
    res.json({ user, is: (req as unknown as { isAuthenticated(): boolean }).isAuthenticated() })
  })
  app.use(tellError)
}

function form(target: string, body: string): RequestSpec {
  return {
    name: `${target} ${body}`,
    method: 'POST',
    target,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body,
  }
}

describeBehaviours('passport', pair, [
  {
    name: 'lets in by a form and knows who it was',
    program: app(login),
    requests: [
      {},
      form('/login', 'username=ada&password=right'),
      { name: 'afterwards', headers: sessionCookie('session-3') },
    ],
    expects: [
      { body: '{"is":false}' },
      { status: 200, body: 'hello' },
      { status: 200, body: '{"user":{"user":"ada"},"is":true}' },
    ],
  },
  {
    name: 'refuses, redirects and passes errors on',
    program: app(login),
    requests: [
      form('/login', 'username=ada&password=wrong'),
      form('/api', 'username=ada&password=wrong'),
      form('/api', 'username=ada'),
      form('/api', 'username=ada&password=right'),
      form('/login', 'username=broken&password=x'),
    ],
    expects: [
      { status: 302, headers: { location: '/sorry' } },
      { status: 401, body: 'Unauthorized' },
      { status: 400 },
      { status: 200, body: 'hello' },
      { status: 500, body: '{"caught":"no database"}' },
    ],
  },
])

describeBehaviours('express-rate-limit', pair, [
  {
    name: 'refuses the third request',
    program: app((app) => {
      app.use(
        rateLimit({
          limit: 2,
          windowMs: 3_600_000,
          standardHeaders: 'draft-6',
          legacyHeaders: false,
        }),
      )
      app.get('/', hello)
    }),
    requests: [{}, {}, {}],
    expects: [
      { status: 200, headers: { 'ratelimit-remaining': '1' } },
      { status: 200, headers: { 'ratelimit-remaining': '0' } },
      { status: 429, body: /Too many requests/ },
    ],
  },
  {
    name: 'tells clients apart by what a trusted proxy says',
    program: app((app) => {
      app.set('trust proxy', 1)
      app.use(rateLimit({ limit: 1, windowMs: 3_600_000, legacyHeaders: false }))
      app.get('/', (req, res) => res.send(req.ip))
    }),
    requests: ['10.0.0.1', '10.0.0.2', '10.0.0.1'].map((address) => ({
      name: address,
      headers: [['X-Forwarded-For', address]],
    })),
    expects: [{ body: '10.0.0.1' }, { body: '10.0.0.2' }, { status: 429 }],
  },
])

describeBehaviours('view engines', pair, [
  ...(['ejs', 'pug'] as const).map(
    (engine): Case => ({
      name: `${engine} is found by its extension`,
      program: app((app) => {
        app.set('views', fixture('views')).set('view engine', engine)
        app.get('/', (_req, res) => res.render('hello', { name: '<Ada>' }))
        app.get('/full', (_req, res) => res.render(`hello.${engine}`, { name: 'Ada' }))
      }),
      requests: [{}, { target: '/full' }],
      expects: [
        { status: 200, body: /<p>Hello, &lt;Ada&gt;!<\/p>/ },
        { status: 200, body: /<p>Hello, Ada!<\/p>/ },
      ],
    }),
  ),
  {
    name: 'ejs fails in a template that is broken',
    program: app((app) => {
      app.set('views', fixture('views')).get('/', (_req, res) => res.render('broken.ejs'))
      app.use(tellError)
    }),
    expects: [{ status: 500, body: /missing is not defined/ }],
  },
])

describeBehaviours('body-parser', pair, [
  {
    name: 'reads JSON and forms',
    program: app((app) => {
      app.use(json(), urlencoded({ extended: true }))
      app.post('/', (req, res) => res.json(req.body)).use(tellError)
    }),
    requests: [
      { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"a":1}' },
      { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"a":' },
      form('/', 'a[b]=1&c=2'),
    ],
    expects: [{ body: '{"a":1}' }, { status: 400 }, { body: '{"a":{"b":"1"},"c":"2"}' }],
  },
])

describeValues('supertest', pair, [
  {
    name: 'asks an app that does not listen',
    compute: async (framework) => {
      const app = framework().get('/:id', (req, res) => res.json(req.params))
      const { status, body, type } = await supertest(app)
        .get('/7')
        .set('Accept', 'application/json')
      return [status, body, type]
    },
    expected: [200, { id: '7' }, 'application/json'],
  },
  {
    name: 'keeps cookies as an agent',
    compute: async (framework) => {
      const agent = supertest.agent(framework().use(sessions()).get('/', countViews))
      await agent.get('/')
      const { body } = await agent.get('/')
      return body
    },
    expected: ['session-1', 2],
  },
])

/** A stack as apps have it: all at once. */
function everything(framework: typeof express): Application {
  const app = framework()
  app.set('views', fixture('views')).set('view engine', 'ejs')
  app.use(helmet(), cors(), compression({ threshold: 0 }), cookieParser('secret'), sessions())
  app.use(framework.static(fixture('public')))
  app.get('/view', (_req, res) => res.render('hello', { name: 'Ada' }))
  app.get('/count', countViews)
  app.get('/fail', async () => {
    throw Object.assign(new Error('no'), { status: 418 })
  })
  return app.use(tellError)
}

describeBehaviours('all of it together', pair, [
  {
    name: 'answers files, views, sessions and errors',
    program: everything,
    requests: ['/', '/hello.txt', '/folder', '/view', '/count', '/fail', '/missing'].map(
      (target) => ({
        ...GZIP,
        target,
      }),
    ),
    expects: [
      { status: 200, headers: { 'content-encoding': 'gzip' } },
      { status: 200 },
      { status: 301 },
      { status: 200 },
      { status: 200 },
      { status: 418 },
      { status: 404 },
    ],
  },
])
