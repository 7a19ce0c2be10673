import { describeBehaviours, describeValues } from '@await-next/oracle/vitest'
import { vi } from 'vitest'
import { answering, app, deprecations, pair, tellError } from '../test/pair.ts'
import type { express, Response } from './index.ts'

describeBehaviours('res.send(body)', pair, [
  {
    name: 'sends a string as HTML with length and tag',
    program: answering((_req, res) => res.send('hello')),
    expects: [
      { status: 200, body: 'hello', headers: { etag: 'W/"5-qvTGHdzF6KLavt4PO0gs2a6pQ00"' } },
    ],
  },
  {
    name: 'counts bytes, not characters',
    program: answering((_req, res) => res.send('中文 ü')),
    expects: [{ body: '中文 ü', headers: { 'content-length': '9' } }],
  },
  {
    name: 'keeps a type that is set and gives it a charset',
    program: answering((_req, res) => res.type('text/plain').send('x')),
    expects: [{ headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  },
  {
    name: 'replaces another charset',
    program: answering((_req, res) =>
      res.set('Content-Type', 'text/plain; charset=latin1').send('x'),
    ),
    expects: [{ headers: { 'content-type': 'text/plain; charset=utf-8' } }],
  },
  {
    name: 'sends a buffer as bytes',
    program: answering((_req, res) => res.send(Buffer.from([0, 255, 1]))),
    expects: [{ headers: { 'content-type': 'application/octet-stream', 'content-length': '3' } }],
  },
  {
    name: 'sends a typed array as bytes',
    program: answering((_req, res) => res.send(new Uint8Array([1, 2, 3]))),
    expects: [{ headers: { 'content-type': 'application/octet-stream', 'content-length': '3' } }],
  },
  {
    name: 'sends an object as JSON',
    program: answering((_req, res) => res.send({ a: [1, null, '中'] })),
    expects: [
      {
        body: '{"a":[1,null,"中"]}',
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
    ],
  },
  {
    name: 'sends a number as JSON',
    program: answering((_req, res) => res.send(42)),
    expects: [{ body: '42', headers: { 'content-type': 'application/json; charset=utf-8' } }],
  },
  {
    name: 'sends a boolean as JSON',
    program: answering((_req, res) => res.send(false)),
    expects: [{ body: 'false' }],
  },
  {
    name: 'sends null as nothing',
    program: answering((_req, res) => res.send(null)),
    expects: [{ body: '', headers: { 'content-length': '0', 'content-type': undefined } }],
  },
  {
    name: 'sends undefined without a length',
    program: answering((_req, res) => res.send()),
    expects: [{ body: '', headers: { etag: undefined } }],
  },
  {
    name: 'sends an empty string',
    program: answering((_req, res) => res.send('')),
    expects: [
      { body: '', headers: { 'content-length': '0', 'content-type': 'text/html; charset=utf-8' } },
    ],
  },
  {
    name: 'fails for a BigInt',
    program: app((app) => app.use((_req, res) => res.send(1n)).use(tellError)),
    expects: [{ status: 500, body: /caught/ }],
  },
  {
    name: 'leaves out the body for HEAD',
    program: answering((_req, res) => res.send('hello')),
    requests: [{ method: 'HEAD' }],
    expects: [{ status: 200, body: '', headers: { 'content-length': '5' } }],
  },
  {
    name: 'strips the body of 204, 205 and 304',
    program: app((app) => {
      for (const status of [204, 205, 304]) {
        app.get(`/${status}`, (_req, res) => res.status(status).send('gone'))
      }
    }),
    requests: [{ target: '/204' }, { target: '/205' }, { target: '/304' }],
    expects: [
      { status: 204, body: '' },
      { status: 205, headers: { 'content-length': '0' } },
      { status: 304 },
    ],
  },
  {
    name: 'answers 304 to a matching tag, and not to another',
    program: answering((_req, res) => res.set('ETag', '"v1"').send('hello')),
    requests: [
      { headers: [['If-None-Match', '"v1"']] },
      { headers: [['If-None-Match', '"v2"']] },
      { headers: [['If-None-Match', '*']] },
      { method: 'POST', headers: [['If-None-Match', '"v1"']] },
    ],
    expects: [{ status: 304, body: '' }, { status: 200 }, { status: 304 }, { status: 200 }],
  },
  {
    name: 'makes no tag for a chunked response',
    program: answering((_req, res) => res.set('Transfer-Encoding', 'chunked').send('hello')),
    expects: [{ body: 'hello', headers: { 'content-length': undefined } }],
  },
  {
    name: 'follows the setting etag',
    program: app((app) => {
      app.set('etag', 'strong').get('/', (_req, res) => res.send('x'))
    }),
    expects: [{ headers: { etag: '"1-EfatjsUqKYSrqv18O1FlA3hcIHI"' } }],
  },
  {
    name: 'makes no tag with etag off',
    program: app((app) => app.disable('etag').get('/', (_req, res) => res.send('x'.repeat(2000)))),
    expects: [{ headers: { etag: undefined, 'content-length': '2000' } }],
  },
  {
    name: 'takes a tag from a function',
    program: app((app) => {
      app.set('etag', (body: Buffer) => `"len-${body.length}"`).use((_req, res) => res.send('four'))
    }),
    expects: [{ headers: { etag: '"len-4"' } }],
  },
  {
    name: 'fails when it answers twice',
    program: app((app) => {
      app.use((_req, res) => {
        res.send('one')
        res.send('two')
      })
    }),
    expects: [{ status: 200, body: 'one', fate: 'closed', slips: ['ERR_HTTP_HEADERS_SENT'] }],
  },
])

describeBehaviours('res.json(value)', pair, [
  {
    name: 'keeps a type that is set',
    program: answering((_req, res) => res.type('application/hal+json').json({ a: 1 })),
    expects: [
      { body: '{"a":1}', headers: { 'content-type': 'application/hal+json; charset=utf-8' } },
    ],
  },
  {
    name: 'keeps a type that is set, for a callback as well',
    program: answering((_req, res) => res.type('text/plain').jsonp({ a: 1 })),
    requests: [{}, { target: '/?callback=f' }],
    expects: [{ body: '{"a":1}' }, { body: /f\(/ }],
  },
  {
    name: 'sends null, which has a word',
    program: answering((_req, res) => res.json(null)),
    expects: [{ body: 'null' }],
  },
  {
    name: 'sends nothing for undefined',
    program: answering((_req, res) => res.json(undefined)),
    expects: [{ body: '' }],
  },
  {
    name: 'keeps a type that is set',
    program: answering((_req, res) => res.type('application/vnd.api+json').json({})),
    expects: [{ headers: { 'content-type': 'application/vnd.api+json; charset=utf-8' } }],
  },
  {
    name: 'follows json spaces, replacer and escape',
    program: app((app) => {
      app.set('json spaces', 2).enable('json escape')
      app.set('json replacer', (key: string, value: unknown) =>
        key === 'secret' ? undefined : value,
      )
      app.use((_req, res) => res.json({ html: '<b>&', secret: 1 }))
    }),
    expects: [{ body: '{\n  "html": "\\u003cb\\u003e\\u0026"\n}' }],
  },
  {
    name: 'fails for a cycle before any header is set',
    program: app((app) => {
      app.use((_req, res) => {
        const cycle: Record<string, unknown> = {}
        cycle['self'] = cycle
        res.json(cycle)
      })
      app.use(tellError)
    }),
    expects: [{ status: 500, body: /circular structure/ }],
  },
])

describeBehaviours('res.jsonp(value)', pair, [
  {
    name: 'wraps JSON in the callback of the query',
    program: answering((_req, res) => res.jsonp({ a: '\u2028' })),
    requests: [
      { target: '/?callback=cb.f[0]' },
      { target: '/' },
      { target: '/?callback=a&callback=b' },
      { target: '/?callback=<script>' },
      { target: '/?callback=' },
    ],
    expects: [
      { body: '/**/ typeof cb.f[0] === \'function\' && cb.f[0]({"a":"\\u2028"});' },
      {
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-content-type-options': 'nosniff',
        },
      },
      { body: /^\/\*\*\/ typeof a / },
      { body: /typeof script / },
    ],
  },
  {
    name: 'calls with nothing for undefined',
    program: answering((_req, res) => res.jsonp(undefined)),
    requests: [{ target: '/?callback=cb' }],
    expects: [{ body: "/**/ typeof cb === 'function' && cb();" }],
  },
  {
    name: 'follows jsonp callback name',
    program: app((app) => app.set('jsonp callback name', 'fn').use((_req, res) => res.jsonp(1))),
    requests: [{ target: '/?fn=cb' }],
    expects: [{ body: /cb\(1\)/ }],
  },
])

describeBehaviours('res.status(code)', pair, [
  {
    name: 'sets any code from 100 to 999',
    program: answering((_req, res) => res.status(799).send('odd')),
    expects: [{ status: 799, body: 'odd' }],
  },
  ...['1e3', '99', '"200"', '200.5', 'null', 'undefined'].map((code) => ({
    name: `refuses ${code}`,
    program: app((app) => {
      app.use((_req, res) => {
        // biome-ignore lint/security/noGlobalEval: literals above, as a user would write them
        // biome-ignore lint/complexity/noCommaOperator: indirect, so that it sees no locals
        res.status((0, eval)(code)).send('never')
      })
      app.use(tellError)
    }),
    expects: [{ status: 500, body: /Invalid status code/ }],
  })),
])

describeBehaviours('res.sendStatus(code)', pair, [
  {
    name: 'sends the status by name',
    program: app((app) => app.get('/:code', (req, res) => res.sendStatus(Number(req.params.code)))),
    requests: [{ target: '/200' }, { target: '/404' }, { target: '/599' }, { target: '/204' }],
    expects: [
      { body: 'OK' },
      { status: 404, body: 'Not Found' },
      { body: '599' },
      { status: 204, body: '' },
    ],
  },
])

describeBehaviours('res.set(field, value)', pair, [
  {
    name: 'sets strings, numbers, lists and objects of headers',
    program: answering((_req, res) => {
      res
        .set('X-One', '1')
        .set('X-Two', 2)
        .set('X-List', ['a', 'b'])
        .set({ 'X-Three': '3', 'X-Four': true })
      res.end()
    }),
    expects: [{ headers: { 'x-two': '2', 'x-list': 'a\nb', 'x-four': 'true' } }],
  },
  {
    name: 'gives a content type its charset',
    program: answering((_req, res) => res.set('content-type', 'text/html').end('x')),
    expects: [{ headers: { 'content-type': 'text/html; charset=utf-8' } }],
  },
  {
    name: 'refuses a list of content types',
    program: app((app) =>
      app.use((_req, res) => res.set('Content-Type', ['a/b']).end()).use(tellError),
    ),
    expects: [{ status: 500, body: '{"caught":"Content-Type cannot be set to an Array"}' }],
  },
  {
    name: 'refuses a line break',
    program: app((app) =>
      app.use((_req, res) => res.set('X-Bad', 'a\r\nb: c').end()).use(tellError),
    ),
    expects: [{ status: 500, body: /Invalid character/ }],
  },
  {
    name: 'writes undefined as a word',
    program: answering((_req, res) => res.set('X-Undefined', undefined).end()),
    expects: [{ headers: { 'x-undefined': 'undefined' } }],
  },
])

describeBehaviours('res.append(field, value)', pair, [
  {
    name: 'makes a list of what was one',
    program: answering((_req, res) => {
      res.append('X-A', '1').append('X-A', '2').append('X-A', ['3', '4'])
      res.append('X-B', ['1', '2']).append('X-B', '3').end()
    }),
    expects: [{ headers: { 'x-a': '1\n2\n3\n4', 'x-b': '1\n2\n3' } }],
  },
])

describeBehaviours('res.type(type)', pair, [
  {
    name: 'takes extensions and media types',
    program: app((app) =>
      app.get('/*type', (req, res) => res.type((req.params.type as string[]).join('/')).end()),
    ),
    requests: ['/html', '/.json', '/png', '/text/csv', '/nonsense'].map((target) => ({ target })),
    expects: [
      { headers: { 'content-type': 'text/html; charset=utf-8' } },
      { headers: { 'content-type': 'application/json; charset=utf-8' } },
      { headers: { 'content-type': 'image/png' } },
      { headers: { 'content-type': 'text/csv; charset=utf-8' } },
      { headers: { 'content-type': 'application/octet-stream' } },
    ],
  },
])

describeBehaviours('res.format(formats)', pair, [
  {
    name: 'runs the handler of the best type',
    program: app((app) => {
      app.use((_req, res) => {
        res.format({
          text: () => res.send('text'),
          html: () => res.send('<p>html'),
          json: () => res.send({ json: true }),
        })
      })
      app.use(tellError)
    }),
    requests: [
      'text/html',
      'application/json',
      'text/*;q=0.5, application/json;q=0.1',
      '*/*',
      'image/png',
    ].map((accept) => ({ headers: [['Accept', accept]] as const })),
    expects: [
      { body: '<p>html', headers: { vary: 'Accept' } },
      { body: '{"json":true}' },
      { body: 'text' },
      { body: 'text' },
      { status: 406, body: '{"caught":"Not Acceptable"}' },
    ],
  },
  {
    name: 'reads types with parameters, and takes extensions that nobody knows',
    program: app((app) => {
      app.use((_req, res) => {
        res.format({
          'text/html; level=1 ; odd; q=0.7': () => res.send(res.get('Content-Type')),
          'application/x; q=0.5': () => res.send('x'),
          'nonsense-x': () => res.send('never'),
        })
      })
      app.use(tellError)
    }),
    requests: ['text/html;level=1', 'text/html', 'application/x', 'image/png'].map((accept) => ({
      headers: [['Accept', accept]] as const,
    })),
    expects: [{ status: 200 }, {}, {}, { status: 406 }],
  },
  {
    name: 'has nothing to choose from',
    program: app((app) => {
      app.use((_req, res) => res.format({})).use(tellError)
      app.use(tellError)
    }),
    expects: [{ status: 406 }],
  },
  {
    name: 'falls back to default',
    program: answering((_req, res) => {
      res.format({ html: () => res.send('html'), default: () => res.send('default') })
    }),
    requests: [{ headers: [['Accept', 'image/png']] }],
    expects: [{ body: 'default' }],
  },
])

describeBehaviours('res.redirect(url)', pair, [
  {
    name: 'redirects with text or HTML, as the client likes it',
    program: answering((_req, res) => res.redirect('/next?a=<b>&c')),
    requests: [
      { headers: [['Accept', 'text/plain']] },
      { headers: [['Accept', 'text/html']] },
      { headers: [['Accept', 'image/png']] },
      { method: 'HEAD' },
    ],
    expects: [
      {
        status: 302,
        body: 'Found. Redirecting to /next?a=%3Cb%3E&c',
        headers: { location: '/next?a=%3Cb%3E&c' },
      },
      { body: /<p>Found\. Redirecting to \/next\?a=%3Cb%3E&amp;c<\/p>/ },
      { status: 302, body: '' },
      { status: 302, body: '' },
    ],
  },
  {
    name: 'takes a status first',
    program: answering((_req, res) => res.redirect(308, 'https://example.com/ü')),
    expects: [{ status: 308, headers: { location: 'https://example.com/%C3%BC' } }],
  },
])

describeBehaviours('res.location(url)', pair, [
  {
    name: 'encodes what is not encoded yet, once',
    program: answering((_req, res) => res.location('/a b%20c"').end()),
    expects: [{ headers: { location: '/a%20b%20c%22' } }],
  },
])

describeBehaviours('res.cookie(name, value)', pair, [
  {
    name: 'takes milliseconds and writes seconds, and the date that they end on',
    program: answering((_req, res) => {
      vi.spyOn(Date, 'now').mockReturnValue(0)
      res.cookie('a', 'b', { maxAge: 1999 }).cookie('gone', '', { maxAge: 0 })
      vi.restoreAllMocks()
      res.end()
    }),
    expects: [
      {
        headers: {
          'set-cookie':
            'a=b; Max-Age=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:01 GMT\n' +
            'gone=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
        },
      },
    ],
  },
  {
    name: 'writes strings, objects and options',
    program: answering((_req, res) => {
      res
        .cookie('a', 'x y;z')
        .cookie('b', { deep: [1] })
        .cookie('n', 1)
      res.cookie('c', '1', {
        domain: 'example.com',
        httpOnly: true,
        secure: true,
        sameSite: 'lax',
        path: '/p',
      })
      res.end()
    }),
    expects: [
      {
        headers: {
          'set-cookie':
            'a=x%20y%3Bz; Path=/\nb=j%3A%7B%22deep%22%3A%5B1%5D%7D; Path=/\nn=1; Path=/\nc=1; Domain=example.com; Path=/p; HttpOnly; Secure; SameSite=Lax',
        },
      },
    ],
  },
  {
    name: 'signs with the request’s secret',
    program: app((app) => {
      app.use((req, res) => {
        req.secret = 'keyboard cat'
        res.cookie('s', 'tobi', { signed: true }).end()
      })
    }),
    expects: [
      {
        headers: {
          'set-cookie': 's=s%3Atobi.k%2FMBGA3LV%2FDe%2B0YTROxcLuurjbOQXyaa2veNodQBZc4; Path=/',
        },
      },
    ],
  },
  {
    name: 'refuses to sign without a secret',
    program: app((app) =>
      app.use((_req, res) => res.cookie('s', '1', { signed: true }).end()).use(tellError),
    ),
    expects: [{ status: 500, body: /required for signed cookies/ }],
  },
  {
    name: 'refuses a bad name and a bad maxAge',
    program: app((app) => {
      app.get('/name', (_req, res) => res.cookie('a b', '1').end())
      app.get('/age', (_req, res) => res.cookie('a', '1', { maxAge: 'soon' as never }).end())
      app.use(tellError)
    }),
    requests: [{ target: '/name' }, { target: '/age' }],
    expects: [
      { status: 500, body: /name is invalid/ },
      { status: 500, body: /maxAge is invalid/ },
    ],
  },
])

describeBehaviours('res.clearCookie(name)', pair, [
  {
    name: 'lets a cookie expire long ago, whatever maxAge says',
    program: answering((_req, res) =>
      res.clearCookie('sid', { path: '/admin', maxAge: 1000 }).end(),
    ),
    expects: [
      { headers: { 'set-cookie': 'sid=; Path=/admin; Expires=Thu, 01 Jan 1970 00:00:00 GMT' } },
    ],
  },
])

describeBehaviours('res.attachment(filename)', pair, [
  {
    name: 'names the file and its type',
    program: app((app) => {
      app.get('/none', (_req, res) => res.attachment().send('x'))
      app.get('/plain', (_req, res) => res.attachment('/path/to/image.png').send('x'))
      app.get('/unicode', (_req, res) => res.attachment('日本語.txt').send('x'))
    }),
    requests: [{ target: '/none' }, { target: '/plain' }, { target: '/unicode' }],
    expects: [
      { headers: { 'content-disposition': 'attachment' } },
      { headers: { 'content-disposition': 'attachment; filename=image.png' } },
      { headers: { 'content-type': 'text/plain; charset=utf-8' } },
    ],
  },
])

describeBehaviours('res.links(links)', pair, [
  {
    name: 'adds relations, one or several each, to what is there',
    program: answering((_req, res) => {
      res
        .links({ next: '/2', last: '/9' })
        .links({ page: ['/1', '/2'] })
        .end()
    }),
    expects: [
      {
        headers: { link: '</2>; rel="next", </9>; rel="last", </1>; rel="page", </2>; rel="page"' },
      },
    ],
  },
])

describeBehaviours('res.vary(field)', pair, [
  {
    name: 'adds names once',
    program: answering((_req, res) => res.vary('Accept').vary(['Origin', 'accept']).end()),
    expects: [{ headers: { vary: 'Accept, Origin' } }],
  },
])

describeBehaviours('res.locals', pair, [
  {
    name: 'starts without a prototype and lasts for the request',
    program: app((app) => {
      app.use((_req, res, next) => {
        res.locals['user'] = 'tobi'
        next()
      })
      app.use((_req, res) => res.json([res.locals, Object.getPrototypeOf(res.locals)]))
    }),
    expects: [{ body: '[{"user":"tobi"},null]' }],
  },
])

/** Said once for each place in a program, so that each case has a place of its own. */
const MISUSES: { name: string; misuse: (res: Response) => void; said: string[]; status: number }[] =
  [
    {
      name: 'nothing',
      misuse: (res) => res.redirect(...([] as unknown as [string])),
      said: ['Provide a url argument', 'Url must be a string'],
      status: 302,
    },
    {
      name: 'an empty url',
      misuse: (res) => res.redirect(''),
      said: ['Provide a url argument'],
      status: 302,
    },
    {
      name: 'a URL',
      misuse: (res) => res.redirect(new URL('http://example.com/a') as never),
      said: ['Url must be a string'],
      status: 302,
    },
    {
      name: 'a status in words',
      misuse: (res) => res.redirect('301' as never, '/a'),
      said: ['Status must be a number'],
      status: 500,
    },
    {
      name: 'url and status the old way round',
      misuse: (res) => res.redirect('/a' as never, 301 as never),
      said: ['Url must be a string', 'Status must be a number'],
      status: 500,
    },
  ]

describeValues('res.redirect(url) without a proper url or status', pair, [
  ...MISUSES.map(({ name, misuse, said, status }) => ({
    name: `says what is wrong with ${name}`,
    compute: (framework: typeof express) =>
      deprecations(
        framework()
          .set('env', 'test')
          .use((_req, res) => misuse(res)),
      ),
    expected: [...said.map((text) => `express: ${text}`), status],
  })),
])
