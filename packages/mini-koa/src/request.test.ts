import type { RequestSpec } from '@await-next/oracle'
import { describe, expect, it } from 'vitest'
import {
  describeHandlers,
  describePrograms,
  type Handler,
  type Library,
  mini,
  upstream,
} from '../test/pair.ts'
import type { ApplicationOptions } from './types.ts'

/** Everything that a request can be asked, as JSON. */
const probe: Handler = (ctx) => {
  const { request, query } = ctx
  ctx.body = {
    own: [ctx.method, ctx.url, ctx.originalUrl, ctx.href, ctx.path, ctx.search, ctx.querystring],
    query: [query, query === request.query],
    host: [ctx.host, ctx.hostname, ctx.subdomains, ctx.origin, ctx.protocol, ctx.secure],
    url: String(ctx.URL.href),
    client: [ctx.ips, ctx.ip === '127.0.0.1' ? 'local' : ctx.ip],
    body: [request.type, request.charset, request.length, ctx.is('json', 'urlencoded', 'text/*')],
    accepts: [ctx.accepts(), ctx.accepts('json', 'html'), ctx.accepts(['png', 'text'])],
    encodings: [ctx.acceptsEncodings(), ctx.acceptsEncodings('gzip', 'br')],
    charsets: [ctx.acceptsCharsets(), ctx.acceptsCharsets('utf-8')],
    languages: [ctx.acceptsLanguages(), ctx.acceptsLanguages(['de', 'en'])],
    cache: [ctx.fresh, ctx.stale, ctx.idempotent],
    headers: [ctx.get('Referrer'), ctx.get('referer'), ctx.get('X-None'), ctx.get('X-Many')],
    same: [ctx.header === ctx.headers, request.socket === ctx.socket],
    json: request.toJSON(),
  }
}

const probed: readonly [sentence: string, request: RequestSpec][] = [
  ['a plain request', {}],
  ['a query', { target: '/a/b?c=1&d=2' }],
  ['names that come again in a query', { target: '/?a=1&b=2&a=3&a=' }],
  ['a query that names no value', { target: '/?a&b=&=c' }],
  ['an encoded query', { target: '/?a%20b=%E4%BD%A0%E5%A5%BD&c=%zz&d=1+1' }],
  ['a query that names what objects inherit', { target: '/?__proto__=1&constructor=2&toString=3' }],
  ['a lone question mark', { target: '/?' }],
  ['two question marks', { target: '/a??b=1?c' }],
  ['a fragment that should not be there', { target: '/a#b?c=1' }],
  ['an encoded path', { target: '/%E4%BD%A0/%2F/a%20b' }],
  ['a path that cannot be decoded', { target: '/%zz/%' }],
  ['a path that looks like a host', { target: '//evil.example/a' }],
  ['a path with dots', { target: '/a/../b/./c' }],
  ['a path with a backslash', { target: '/a\\b' }],
  ['a whole URL for a target', { target: 'http://other.example:81/a?b=1' }],
  ['a whole URL in capitals', { target: 'HTTPS://OTHER.example/a' }],
  ['an asterisk for a target', { method: 'OPTIONS', target: '*' }],
  ['every idempotent method', { method: 'PUT' }],
  ['one that is not', { method: 'POST' }],
  ['a host with a port', { headers: [['Host', 'a.example:8080']] }],
  ['a host with subdomains', { headers: [['Host', 'tobi.ferrets.example.com']] }],
  ['a host in capitals', { headers: [['Host', 'EXAMPLE.com']] }],
  ['an IPv4 host', { headers: [['Host', '10.0.0.1:3000']] }],
  ['an IPv6 host', { headers: [['Host', '[::1]:3000']] }],
  ['an IPv6 host that is none', { headers: [['Host', '[nope']] }],
  ['an IPv6 host with a path in it', { headers: [['Host', '[::1]/a']] }],
  ['a host with a name and password', { headers: [['Host', 'user:pass@a.example']] }],
  ['a host of nothing but @', { headers: [['Host', '@']] }],
  ['two hosts in one header', { headers: [['Host', 'a.example, b.example']] }],
  ['an empty host', { headers: [['Host', '']] }],
  ['no host', { raw: 'GET / HTTP/1.0\r\n\r\n' }],
  ['an origin', { headers: [['Origin', 'http://o.example']] }],
  ['a referer', { headers: [['Referer', 'http://r.example/']] }],
  [
    'a referrer, spelt well',
    {
      headers: [
        ['Referrer', 'http://w.example/'],
        ['Referer', 'http://r.example/'],
      ],
    },
  ],
  [
    'a header that comes again',
    {
      headers: [
        ['X-Many', '1'],
        ['X-Many', '2'],
      ],
    },
  ],
  [
    'a header that may come once',
    {
      headers: [
        ['User-Agent', 'a'],
        ['User-Agent', 'b'],
      ],
    },
  ],
  [
    'forwarded headers',
    {
      headers: [
        ['X-Forwarded-Proto', 'https, http'],
        ['X-Forwarded-Host', 'f.example, g.example'],
        ['X-Forwarded-For', '1.1.1.1, 2.2.2.2 ,3.3.3.3'],
        ['X-Client', '9.9.9.9'],
      ],
    },
  ],
  [
    'forwarded headers of nothing',
    {
      headers: [
        ['X-Forwarded-Proto', ' , '],
        ['X-Forwarded-Host', ' , b'],
        ['X-Forwarded-For', ','],
      ],
    },
  ],
  ['a forwarded host with a name in it', { headers: [['X-Forwarded-Host', 'a@b.example:1']] }],
  [
    'a JSON body',
    { method: 'POST', headers: [['Content-Type', 'application/json; charset=UTF-8']], body: '{}' },
  ],
  [
    'a form body',
    {
      method: 'POST',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: 'a=1',
    },
  ],
  [
    'a chunked body',
    { method: 'POST', headers: [['Content-Type', 'text/plain']], body: ['a', 'b'] },
  ],
  ['a body without a type', { method: 'POST', body: 'x' }],
  ['a type that is none', { method: 'POST', headers: [['Content-Type', ';;=,']], body: 'x' }],
  ['an empty type', { method: 'POST', headers: [['Content-Type', '']], body: 'x' }],
  [
    'an empty body',
    {
      method: 'POST',
      headers: [
        ['Content-Length', '0'],
        ['Content-Type', 'application/json'],
      ],
    },
  ],
  [
    'what a browser accepts',
    { headers: [['Accept', 'text/html,application/xml;q=0.9,*/*;q=0.8']] },
  ],
  ['JSON before HTML', { headers: [['Accept', 'text/*;q=.5, application/json']] }],
  [
    'nothing acceptable',
    {
      headers: [
        ['Accept', 'image/webp'],
        ['Accept-Encoding', 'identity;q=0'],
        ['Accept-Charset', 'x'],
        ['Accept-Language', 'fr'],
      ],
    },
  ],
  [
    'encodings, charsets and languages',
    {
      headers: [
        ['Accept-Encoding', 'br;q=0.5, gzip, *;q=0.1'],
        ['Accept-Charset', 'utf-8, iso-8859-1;q=0.2'],
        ['Accept-Language', 'en;q=0.8, de-CH, de'],
      ],
    },
  ],
  ['Accept that is nonsense', { headers: [['Accept', ';;,/,q=1']] }],
]

const apps: readonly [name: string, options: ApplicationOptions][] = [
  ['ctx.request', {}],
  ['ctx.request behind a trusted proxy', { proxy: true }],
  [
    'ctx.request behind a proxy of another kind',
    { proxy: true, proxyIpHeader: 'X-Client', subdomainOffset: 3 },
  ],
  ['ctx.request behind many proxies', { proxy: true, maxIpsCount: 2 }],
]

for (const [name, options] of apps) {
  const app = ({ Koa }: Library) => new Koa(options).use(probe)
  const relevant = options.proxy
    ? probed.filter(([, { headers = [] }]) => headers.length > 0)
    : probed
  describePrograms(
    name,
    relevant.map(([sentence, ask]) => [`reads ${sentence}`, app, 200, ask]),
  )
}

describeHandlers('ctx.request = …', [
  [
    'sets the path and keeps the query',
    (ctx) => {
      ctx.path = '/x'
      ctx.body = [ctx.url, ctx.path, ctx.querystring, ctx.originalUrl]
    },
    { status: 200, body: '["/x?b=1","/x","b=1","/a?b=1"]' },
    { target: '/a?b=1' },
  ],
  [
    'sets a path that has to be escaped',
    (ctx) => {
      ctx.path = '/x y?#é'
      ctx.body = [ctx.url, ctx.path, ctx.querystring]
    },
    200,
    { target: '/a?b=1' },
  ],
  [
    'sets a path that makes the same target',
    (ctx) => {
      ctx.path = '/a?b'
      ctx.body = [ctx.url, ctx.path]
    },
    { status: 200, body: '["/a%3Fb","/a?b"]' },
    { target: '/a%3Fb' },
  ],
  [
    'leaves a path that is set to itself',
    (ctx) => {
      ctx.path = '/a'
      ctx.body = ctx.url
    },
    { status: 200, body: '/a?' },
    { target: '/a?' },
  ],
  [
    'sets the query',
    (ctx) => {
      ctx.query = { c: ['1', '2'], d: 'é&' }
      ctx.body = [ctx.url, ctx.query, ctx.search]
    },
    { status: 200, body: /^\["\/a\?c=1&c=2&d=%C3%A9%26",/ },
    { target: '/a?b=1' },
  ],
  [
    'sets the query string',
    (ctx) => {
      ctx.querystring = 'x=1&y'
      ctx.body = [ctx.url, ctx.query]
    },
    { status: 200, body: '["/a?x=1&y",{"x":"1","y":""}]' },
    { target: '/a?b=1' },
  ],
  [
    'leaves a query string that is set to itself',
    (ctx) => {
      ctx.querystring = 'b=1'
      ctx.body = ctx.url
    },
    { status: 200, body: '/a?b=1' },
    { target: '/a?b=1' },
  ],
  [
    'sets the search',
    (ctx) => {
      ctx.search = '?x=1'
      ctx.body = [ctx.url, ctx.search]
    },
    { status: 200, body: '["/a?x=1","?x=1"]' },
    { target: '/a?b=1' },
  ],
  [
    'sets method, URL, headers and address',
    (ctx) => {
      ctx.method = 'PATCH'
      ctx.url = '/other?x'
      ctx.request.header = { a: '1' }
      ctx.request.headers = { ...ctx.request.headers, b: '2' }
      ctx.request.ip = '1.2.3.4'
      ctx.body = [ctx.method, ctx.path, ctx.querystring, ctx.headers, ctx.ip]
    },
    { status: 200, body: '["PATCH","/other","x",{"a":"1","b":"2"},"1.2.3.4"]' },
  ],
  [
    'sets what is accepted',
    (ctx) => {
      ctx.accept = Object.assign(Object.create(ctx.accept), { types: () => 'mine' })
      ctx.body = ctx.accepts('html')
    },
    { status: 200, body: 'mine' },
  ],
  [
    'ignores what the request has no setter for',
    (ctx) => {
      Reflect.set(ctx, 'idempotent', false)
      Reflect.set(ctx, 'socket', null)
      ctx.body = [ctx.idempotent, ctx.socket === ctx.req.socket]
    },
    { status: 200, body: '[true,true]' },
  ],
  [
    'is of a connection that is encrypted',
    (ctx) => {
      Object.assign(ctx.req.socket, { encrypted: true })
      ctx.body = [ctx.protocol, ctx.secure, ctx.origin, ctx.href]
    },
    { status: 200, body: '["https",true,null,"https://a/x"]' },
    { target: '/x', headers: [['Host', 'a']] },
  ],
  [
    'has no address where the socket has none',
    (ctx) => {
      Object.defineProperty(ctx.req.socket, 'remoteAddress', { value: undefined })
      ctx.body = [ctx.ip]
    },
    { status: 200, body: '[""]' },
  ],
  [
    'has an address where nobody asked for anything',
    (ctx) => {
      ctx.originalUrl = ctx.request.originalUrl = ''
      ctx.body = [ctx.href, ctx.URL]
    },
    { status: 200, body: '["http://a","http://a/"]' },
    { headers: [['Host', 'a']] },
  ],
  [
    'is fresh when the tag is the client’s',
    (ctx) => {
      ctx.status = 200
      ctx.etag = 'tag'
      if (ctx.fresh) ctx.status = 304
      else ctx.body = 'stale'
    },
    { status: 304, headers: { etag: '"tag"' } },
    { headers: [['If-None-Match', '"tag"']] },
  ],
  [
    'is never fresh where nothing was found',
    (ctx) => {
      ctx.etag = 'tag'
      ctx.body = undefined
      ctx.status = 404
      ctx.body = [ctx.fresh, ctx.stale]
    },
    { status: 404, body: '[false,true]' },
    { headers: [['If-None-Match', '*']] },
  ],
])

describe('ctx.request without a request', () => {
  it('can be inspected', () => {
    for (const { Koa } of [upstream, mini]) {
      const { request } = new Koa()
      expect(request.inspect()).toBeUndefined()
      expect(request.querystring).toBe('')
    }
  })
})
