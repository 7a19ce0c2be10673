import type { Topic } from '../../src/topic.ts'

const from = (origin: string) => ['Origin', origin] as const
const APP = 'https://app.example.com'

export default {
  group: 'request',
  title: { en: 'CORS', zh: '跨域（CORS）' },
  question: {
    en: 'A page of another origin asks first (a preflight), then sends. Which headers let it in, and do errors carry them too?',
    zh: '另一个源的页面先发预检请求，再发正式请求。哪些响应头放行？出错时也带这些响应头吗？',
  },
  requests: [
    {
      name: { en: 'a preflight', zh: '预检' },
      method: 'OPTIONS',
      headers: [
        from(APP),
        ['Access-Control-Request-Method', 'PUT'],
        ['Access-Control-Request-Headers', 'X-Token'],
      ],
    },
    { name: { en: 'the request itself', zh: '正式请求' }, method: 'PUT', headers: [from(APP)] },
    {
      name: { en: 'one from elsewhere', zh: '来自别处的请求' },
      method: 'PUT',
      headers: [from('https://evil.example')],
    },
    { name: { en: 'one without an origin', zh: '没有 Origin 的请求' }, method: 'PUT' },
    { name: { en: 'an error', zh: '出错时' }, target: '/broken', headers: [from(APP)] },
  ],
  express: {
    shows: [
      {
        status: 204,
        headers: {
          'access-control-allow-origin': APP,
          'access-control-allow-credentials': 'true',
          'access-control-allow-headers': 'X-Token',
          'access-control-max-age': '600',
        },
      },
      { status: 200, body: 'saved', headers: { 'access-control-allow-origin': APP } },
      { status: 200, body: 'saved', headers: { 'access-control-allow-origin': APP } },
      { status: 200, headers: { 'access-control-allow-origin': APP } },
      {
        status: 404,
        headers: { 'access-control-allow-origin': APP },
        slips: ['console: Error: no such thing'],
      },
    ],
    why: {
      en: 'cors sets the headers on res and answers a preflight itself. They stay there when a handler throws: the final handler keeps what was set, so the page may read the 404.',
      zh: 'cors 在 res 上设置响应头，预检由它自己应答。处理函数抛错时它们仍在：兜底的处理器保留已设置的响应头，页面能读到 404。',
    },
  },
  koa: {
    shows: [
      {
        status: 204,
        headers: {
          'access-control-allow-origin': APP,
          'access-control-allow-credentials': 'true',
          'access-control-allow-headers': 'X-Token',
          'access-control-max-age': '600',
        },
      },
      { status: 200, body: 'saved', headers: { 'access-control-allow-origin': APP } },
      { status: 200, body: 'saved', headers: { 'access-control-allow-origin': APP } },
      { status: 200, headers: { 'access-control-allow-origin': APP } },
      { status: 404, body: 'no such thing', headers: { 'access-control-allow-origin': APP } },
    ],
    why: {
      en: 'For an error Koa removes all headers that were set, so @koa/cors catches the error on its way out and puts its own on err.headers, which Koa sends.',
      zh: '出错时 Koa 会清掉已设置的所有响应头，所以 @koa/cors 在错误向外传播时捕获它，把自己的响应头放到 err.headers 上，Koa 会发送这些。',
    },
  },
  answer: {
    en: 'CORS protects the visitor of a page, not your server: a request from elsewhere is still run. And an error without these headers is one that the page cannot read: in Koa, headers that you set yourself do not survive it.',
    zh: 'CORS 保护的是页面的访问者，而不是你的服务器：来自别处的请求照样执行。不带这些响应头的错误，页面读不到；在 Koa 里，自己设置的响应头过不了错误这一关。',
  },
} satisfies Topic
