import { describeBehaviours } from '@await-next/oracle/vitest'
import { pair } from '../test/pair.ts'
import type { ApplicationOptions, Context, Koa as KoaClass } from './index.ts'

/** Answers with what `read` finds in the request, on an app with these options. */
function telling(read: (ctx: Context) => unknown, options?: ApplicationOptions) {
  return (Koa: typeof KoaClass) => {
    const app = new Koa(options)
    return app.use((ctx) => {
      ctx.body = JSON.stringify(read(ctx)) ?? 'undefined'
    })
  }
}

const hosts = [
  'example.com:3000',
  '[::1]:80',
  '[::1',
  '[a/b]',
  'user@example.com',
  'a@',
  '127.0.0.1',
  '',
  'a, b',
]

describeBehaviours('ctx.request', pair, [
  {
    name: 'tells target, path and query',
    program: telling((ctx) => [
      ctx.url,
      ctx.originalUrl,
      ctx.path,
      ctx.querystring,
      ctx.search,
      ctx.query,
      ctx.method,
    ]),
    requests: [
      '/a/b?c=d&c=e&f',
      '/',
      '/?',
      '//double//?x',
      'http://example.com/abs?y',
      '/%zz?%zz=%',
      '/?__proto__=x',
    ].map((target) => ({ target })),
    expects: [
      {
        body: '["/a/b?c=d&c=e&f","/a/b?c=d&c=e&f","/a/b","c=d&c=e&f","?c=d&c=e&f",{"c":["d","e"],"f":""},"GET"]',
      },
    ],
  },
  {
    name: 'keeps the query object until the query changes',
    program: telling((ctx) => {
      const { query } = ctx
      const same = ctx.query === query
      ctx.querystring = 'other=1'
      return [same, ctx.query === query, ctx.query]
    }),
    requests: [{ target: '/?a=1' }],
    expects: [{ body: '[true,false,{"other":"1"}]' }],
  },
  {
    name: 'changes path and query apart from each other',
    program: telling((ctx) => {
      const seen: string[] = []
      const after = (change: () => void) => {
        change()
        seen.push(ctx.url)
      }
      after(() => {
        ctx.path = '/new path'
      })
      after(() => {
        ctx.path = '/new path'
      })
      after(() => {
        ctx.query = { a: ['1', 2], b: true, c: null }
      })
      after(() => {
        ctx.search = '?searched=1'
      })
      after(() => {
        ctx.querystring = ''
      })
      after(() => {
        ctx.url = '/whole?url'
      })
      after(() => {
        ctx.method = 'PUT'
      })
      return [seen, ctx.originalUrl, ctx.method, ctx.idempotent]
    }),
    requests: [{ target: '/old?keep=me' }],
    expects: [{ status: 200 }],
  },
  {
    name: 'tells host, hostname, subdomains, origin and URL',
    program: telling((ctx) => [
      ctx.host,
      ctx.hostname,
      ctx.subdomains,
      ctx.origin,
      ctx.href,
      String(ctx.URL?.href),
    ]),
    requests: hosts.map((host) => ({
      target: '/x?y',
      headers: [
        ['Host', host],
        ['Origin', 'http://o.example'],
      ] as const,
    })),
    expects: [
      {
        body: '["example.com:3000","example.com",[],"http://o.example","http://example.com:3000/x?y","http://example.com:3000/x?y"]',
      },
    ],
  },
  {
    name: 'follows subdomainOffset',
    program: telling((ctx) => ctx.subdomains, { subdomainOffset: 3 }),
    requests: [{ headers: [['Host', 'tobi.ferrets.example.com']] }],
    expects: [{ body: '["tobi"]' }],
  },
  {
    name: 'believes no proxy unless told to',
    program: telling((ctx) => [ctx.host, ctx.protocol, ctx.secure, ctx.ip, ctx.ips]),
    requests: [
      {
        headers: [
          ['Host', 'own'],
          ['X-Forwarded-Host', 'a'],
          ['X-Forwarded-Proto', 'https'],
          ['X-Forwarded-For', '1.1.1.1'],
        ],
      },
    ],
    expects: [{ body: '["own","http",false,"127.0.0.1",[]]' }],
  },
  {
    name: 'believes a proxy when told to',
    program: telling((ctx) => [ctx.host, ctx.hostname, ctx.protocol, ctx.secure, ctx.ip, ctx.ips], {
      proxy: true,
    }),
    requests: [
      {
        headers: [
          ['Host', 'own'],
          ['X-Forwarded-Host', 'a:1, b'],
          ['X-Forwarded-Proto', 'HTTPS, http'],
          ['X-Forwarded-For', '1.1.1.1, 2.2.2.2'],
        ],
      },
      { headers: [['Host', 'own']] },
    ],
    expects: [
      { body: '["a:1","a","https",true,"1.1.1.1",["1.1.1.1","2.2.2.2"]]' },
      { body: '["own","own","http",false,"127.0.0.1",[]]' },
    ],
  },
  {
    name: 'follows proxyIpHeader and maxIpsCount',
    program: telling((ctx) => ctx.ips, { proxy: true, proxyIpHeader: 'X-Real', maxIpsCount: 2 }),
    requests: [
      {
        headers: [
          ['X-Real', '1, 2, 3'],
          ['X-Forwarded-For', '9'],
        ],
      },
    ],
    expects: [{ body: '["2","3"]' }],
  },
  {
    name: 'lets ip be set',
    program: telling((ctx) => {
      ctx.request.ip = '9.9.9.9'
      return ctx.ip
    }),
    expects: [{ body: '"9.9.9.9"' }],
  },
  {
    name: 'chooses the best of types, encodings, charsets and languages',
    program: telling((ctx) => [
      ctx.accepts('json', 'html'),
      ctx.accepts(['png', 'text/html']),
      ctx.accepts(),
      ctx.acceptsEncodings('gzip', 'br'),
      ctx.acceptsEncodings(),
      ctx.acceptsCharsets('utf-8', 'latin1'),
      ctx.acceptsLanguages('zh', 'en'),
      ctx.acceptsLanguages(),
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
    expects: [{ body: /^\["json","text\/html"/ }, { body: /^\[false,false/ }],
  },
  {
    name: 'tells type, charset and length of the body',
    program: telling((ctx) => [
      ctx.is('json'),
      ctx.is('html', 'application/*'),
      ctx.request.type,
      ctx.request.charset,
      ctx.request.length ?? 'none',
    ]),
    requests: [
      {
        method: 'POST',
        headers: [['Content-Type', 'application/json; charset=utf-8']],
        body: '{}',
      },
      { method: 'POST', headers: [['Content-Type', 'text/html']], body: 'x' },
      { headers: [['Content-Type', 'application/json']] },
      { method: 'POST', headers: [['Content-Type', '; broken']], body: ['a', 'b'] },
    ],
    expects: [
      { body: '["json","application/json","application/json","utf-8",2]' },
      { body: '[false,"html","text/html","",1]' },
      { body: '[null,null,"application/json","","none"]' },
    ],
  },
  {
    name: 'reads headers in any case, and either spelling of the referrer',
    program: telling((ctx) => [
      ctx.get('x-ONE'),
      ctx.get('Referrer'),
      ctx.get('referer'),
      ctx.get('none'),
      ctx.headers === ctx.header,
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
      { body: '["1","/from","/from","",true]' },
      { body: '["","/other","/other","",true]' },
    ],
  },
  {
    name: 'compares tags and dates',
    program: telling((ctx) => {
      if (ctx.path !== '/404') ctx.status = 200
      ctx.etag = 'v'
      ctx.lastModified = new Date('2026-01-01T00:00:00Z')
      return [ctx.fresh, ctx.stale]
    }),
    requests: [
      { headers: [['If-None-Match', '"v"']] },
      { headers: [['If-None-Match', '"w"']] },
      { headers: [['If-Modified-Since', 'Thu, 01 Jan 2026 00:00:00 GMT']] },
      {
        headers: [
          ['If-None-Match', '"v"'],
          ['Cache-Control', 'no-cache'],
        ],
      },
      { method: 'POST', headers: [['If-None-Match', '"v"']] },
      { target: '/404', headers: [['If-None-Match', '"v"']] },
    ],
    expects: [
      { body: '[true,false]' },
      { body: '[false,true]' },
      { body: '[true,false]' },
      { body: '[false,true]' },
      { body: '[false,true]' },
      { body: '[false,true]' },
    ],
  },
])
