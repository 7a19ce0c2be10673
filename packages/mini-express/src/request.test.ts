import { describeBehaviours } from '@await-next/oracle/vitest'
import { answering, app, pair, tellError } from '../test/pair.ts'
import type { Request } from './index.ts'

/** Answers with what `read` finds in the request. */
function telling(read: (req: Request) => unknown) {
  return answering((req, res) => res.json({ value: read(req) }))
}

/** The same behind a trusted proxy. */
function behindProxy(trust: unknown, read: (req: Request) => unknown) {
  return app((app) =>
    app.set('trust proxy', trust).use((req, res) => res.json({ value: read(req) })),
  )
}

describeBehaviours('req.get(name)', pair, [
  {
    name: 'reads headers in any case, and either spelling of the referrer',
    program: telling((req) => [
      req.get('x-ONE'),
      req.header('Referrer'),
      req.get('referer'),
      req.get('none'),
    ]),
    requests: [
      {
        headers: [
          ['X-One', '1'],
          ['Referer', '/from'],
        ],
      },
      { headers: [['Referrer', '/other']] },
    ],
    expects: [
      { body: '{"value":["1","/from","/from",null]}' },
      { body: '{"value":[null,"/other","/other",null]}' },
    ],
  },
  {
    name: 'refuses what is no name',
    program: app((app) => {
      app.get('/none', (req, res) => res.json(req.get('')))
      app.get('/number', (req, res) => res.json(req.get(7 as unknown as string)))
      app.use(tellError)
    }),
    requests: [{ target: '/none' }, { target: '/number' }],
    expects: [
      { body: '{"caught":"name argument is required to req.get"}' },
      { body: '{"caught":"name must be a string to req.get"}' },
    ],
  },
])

describeBehaviours('req.accepts(types)', pair, [
  {
    name: 'chooses the best of types, encodings, charsets and languages',
    program: telling((req) => [
      req.accepts('json', 'html'),
      req.accepts(['png', 'text/html']),
      req.accepts(),
      req.acceptsEncodings('gzip', 'br'),
      req.acceptsCharsets('utf-8', 'latin1'),
      req.acceptsLanguages('zh', 'en'),
      req.acceptsLanguages(),
    ]),
    requests: [
      {
        headers: [
          ['Accept', 'text/*;q=.5, application/json'],
          ['Accept-Encoding', 'br;q=1, gzip;q=.2'],
          ['Accept-Charset', 'latin1'],
          ['Accept-Language', 'zh-CN, en;q=.8'],
        ],
      },
      { headers: [['Accept', 'image/webp']] },
      {},
    ],
    expects: [
      { body: /^\{"value":\["json","text\/html"/ },
      { body: /^\{"value":\[false,false/ },
      { body: /"json"/ },
    ],
  },
])

describeBehaviours('req.is(types)', pair, [
  {
    name: 'tells the type of the body',
    program: telling((req) => [
      req.is('json'),
      req.is('html', 'application/*'),
      req.is(['urlencoded', 'text']),
    ]),
    requests: [
      {
        method: 'POST',
        headers: [['Content-Type', 'application/json; charset=utf-8']],
        body: '{}',
      },
      { method: 'POST', headers: [['Content-Type', 'text/plain']], body: 'x' },
      { headers: [['Content-Type', 'application/json']] },
      { method: 'POST', headers: [['Content-Type', 'not a type']], body: 'x' },
    ],
    expects: [
      { body: '{"value":["json","application/json",false]}' },
      { body: '{"value":[false,false,"text"]}' },
      { body: '{"value":[null,null,null]}' },
    ],
  },
])

describeBehaviours('req.query', pair, [
  {
    name: 'is simple by default',
    program: telling((req) => req.query),
    requests: ['/?a=1&a=2&b[c]=3', '/', '/?', '/?%zz=%', '/?__proto__=1'].map((target) => ({
      target,
    })),
    expects: [{ body: '{"value":{"a":["1","2"],"b[c]":"3"}}' }, { body: '{"value":{}}' }],
  },
  {
    name: 'is nested with the extended parser',
    program: app((app) =>
      app.set('query parser', 'extended').use((req, res) => res.json(req.query)),
    ),
    requests: ['/?a[b][c]=1&l[]=1&l[]=2', '/?hasOwnProperty=yee'].map((target) => ({ target })),
    expects: [
      { body: '{"a":{"b":{"c":"1"}},"l":["1","2"]}' },
      { body: '{"hasOwnProperty":"yee"}' },
    ],
  },
  {
    name: 'is empty without a parser, and any function’s result with one',
    program: (framework) => {
      const off = framework()
        .disable('query parser')
        .use((req, res) => res.json(req.query))
      const own = framework()
        .set('query parser', (text: string) => ({ length: text?.length }))
        .use((req, res) => res.json(req.query))
      return framework().use('/off', off).use('/own', own)
    },
    requests: [{ target: '/off?a=1' }, { target: '/own?a=1' }],
    expects: [{ body: '{}' }, { body: '{"length":3}' }],
  },
])

describeBehaviours('req.protocol, req.secure', pair, [
  {
    name: 'believes no header by default',
    program: telling((req) => [req.protocol, req.secure]),
    requests: [{ headers: [['X-Forwarded-Proto', 'https']] }],
    expects: [{ body: '{"value":["http",false]}' }],
  },
  {
    name: 'believes a trusted proxy',
    program: behindProxy(true, (req) => [req.protocol, req.secure]),
    requests: [{ headers: [['X-Forwarded-Proto', 'https, http']] }, {}],
    expects: [{ body: '{"value":["https",true]}' }, { body: '{"value":["http",false]}' }],
  },
])

describeBehaviours('req.ip, req.ips', pair, [
  ...[
    true,
    1,
    '10.0.0.1, loopback',
    ['loopback'],
    false,
    (address: string | undefined) => address === '127.0.0.1',
  ].map((trust) => ({
    name: `follows trust proxy ${typeof trust === 'function' ? 'as a function' : JSON.stringify(trust)}`,
    program: behindProxy(trust, (req) => [req.ip, req.ips]),
    requests: [{ headers: [['X-Forwarded-For', '1.1.1.1, 2.2.2.2, 10.0.0.1']] as const }],
    expects: [{ status: 200 }],
  })),
])

describeBehaviours('req.host, req.hostname, req.subdomains', pair, [
  {
    name: 'reads the host line',
    program: telling((req) => [req.host, req.hostname, req.subdomains]),
    requests: ['tobi.ferrets.example.com:3000', '[::1]:80', '127.0.0.1', ''].map((host) => ({
      headers: [['Host', host]] as const,
    })),
    expects: [
      {
        body: '{"value":["tobi.ferrets.example.com:3000","tobi.ferrets.example.com",["ferrets","tobi"]]}',
      },
      { body: /"\[::1\]"/ },
    ],
  },
  {
    name: 'reads the forwarded host behind a trusted proxy',
    program: behindProxy(1, (req) => [req.host, req.hostname]),
    requests: [
      { headers: [['X-Forwarded-Host', 'outer.example:80 , inner']] },
      { headers: [['Host', 'own.example']] },
    ],
    expects: [{ body: '{"value":["outer.example:80","outer.example"]}' }, { status: 200 }],
  },
  {
    name: 'has no host where none is sent',
    program: telling((req) => [req.host, req.hostname, req.subdomains]),
    requests: [{ raw: 'GET / HTTP/1.0\r\n\r\n' }, { raw: 'GET / HTTP/1.1\r\nHost:\r\n\r\n' }],
    expects: [{ body: /"value":\[/ }],
  },
  {
    name: 'has no host where the proxy forwards none',
    program: behindProxy(1, (req) => [req.host, req.hostname]),
    requests: [
      { headers: [['X-Forwarded-Host', ', inner']] },
      { headers: [['X-Forwarded-Host', 'outer.example']] },
    ],
    expects: [{ status: 200 }, { body: '{"value":["outer.example","outer.example"]}' }],
  },
  {
    name: 'follows subdomain offset',
    program: app((app) =>
      app.set('subdomain offset', 0).use((req, res) => res.json(req.subdomains)),
    ),
    requests: [{ headers: [['Host', 'a.example.com']] }],
    expects: [{ body: '["com","example","a"]' }],
  },
])

describeBehaviours('req.path, req.url, req.originalUrl', pair, [
  {
    name: 'shows the target with and without the query, and absolute targets',
    program: telling((req) => [req.path, req.url, req.originalUrl, req.baseUrl]),
    requests: ['/a/b?c=d', '//double//', 'http://example.com/abs?x', '*'].map((target) => ({
      target,
      method: target === '*' ? 'OPTIONS' : 'GET',
    })),
    expects: [{ body: '{"value":["/a/b","/a/b?c=d","/a/b?c=d",""]}' }],
  },
])

describeBehaviours('req.fresh, req.stale, req.xhr', pair, [
  {
    name: 'compares tags and dates',
    program: answering((req, res) => {
      res.set('ETag', '"v"').set('Last-Modified', 'Thu, 01 Jan 2026 00:00:00 GMT')
      res.set('X-Fresh', [String(req.fresh), String(req.stale), String(req.xhr)]).end()
    }),
    requests: [
      {
        headers: [
          ['If-None-Match', '"v"'],
          ['X-Requested-With', 'XMLHttpRequest'],
        ],
      },
      { headers: [['If-Modified-Since', 'Thu, 01 Jan 2026 00:00:00 GMT']] },
      { headers: [['If-Modified-Since', 'Wed, 31 Dec 2025 00:00:00 GMT']] },
      {
        headers: [
          ['If-None-Match', '"v"'],
          ['Cache-Control', 'no-cache'],
        ],
      },
      { method: 'DELETE', headers: [['If-None-Match', '"v"']] },
    ],
    expects: [
      { headers: { 'x-fresh': 'true\nfalse\ntrue' } },
      { headers: { 'x-fresh': 'true\nfalse\nfalse' } },
      { headers: { 'x-fresh': 'false\ntrue\nfalse' } },
    ],
  },
])

describeBehaviours('req.range(size)', pair, [
  {
    name: 'reads ranges, or says that it cannot',
    program: telling((req) => [req.range(100), req.range(100, { combine: true })]),
    requests: ['bytes=0-9', 'bytes=-5', 'bytes=0-4,90-99,5-75', 'bytes=500-', 'nonsense', ''].map(
      (range) => ({ headers: range ? [['Range', range] as const] : [] }),
    ),
    expects: [{ body: /"start":0,"end":9/ }],
  },
])
