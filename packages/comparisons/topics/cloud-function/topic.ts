import type { Topic } from '../../src/topic.ts'

const invoke = (event: object) => ({
  method: 'POST',
  target: '/invoke',
  headers: [['Content-Type', 'application/json']] as const,
  body: JSON.stringify(event),
})
const json = { 'content-type': 'application/json' }

export default {
  group: 'applications',
  title: { en: 'A cloud function', zh: '云函数' },
  question: {
    en: 'A cloud (AWS, Tencent’s as WeChat uses it) calls a function with an event and a context instead of opening a socket. Can the same app answer?',
    zh: '云平台（AWS，以及微信所用的腾讯云）不打开套接字，而是用 event 和 context 调用一个函数。同一个应用能应答吗？',
  },
  requests: [
    {
      name: { en: 'an order as an event', zh: '以 event 传来的订单' },
      ...invoke({
        httpMethod: 'POST',
        path: '/orders/7',
        queryStringParameters: { express: 'yes' },
        headers: json,
        body: '{"tea":2}',
      }),
    },
    {
      name: { en: 'a body in base64', zh: 'base64 编码的请求体' },
      ...invoke({
        httpMethod: 'POST',
        path: '/orders/8',
        headers: json,
        body: Buffer.from('{"tea":"茶"}').toString('base64'),
        isBase64Encoded: true,
      }),
    },
    {
      name: { en: 'a path that is none', zh: '不存在的路径' },
      ...invoke({ httpMethod: 'GET', path: '/nowhere', headers: {} }),
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: /"statusCode":201.*"body":"\{\\"id\\":\\"7\\",\\"express\\":\\"yes\\",\\"body\\":\{\\"tea\\":2\}\}"/,
      },
      { status: 200, body: /"statusCode":201.*茶/ },
      { status: 200, body: /"statusCode":404/ },
    ],
    why: {
      en: 'serverless-http makes a request and a response that have no socket, and calls the app with them: an Express app is a function of (req, res).',
      zh: 'serverless-http 造出没有套接字的请求和响应，再用它们调用应用：Express 应用本身就是 (req, res) 的函数。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: /"statusCode":201.*"body":"\{\\"id\\":\\"7\\",\\"express\\":\\"yes\\",\\"body\\":\{\\"tea\\":2\}\}"/,
      },
      { status: 200, body: /"statusCode":201.*茶/ },
      { status: 200, body: /"statusCode":404/ },
    ],
    why: {
      en: 'The same with app.callback(), which is that function in Koa.',
      zh: '同样如此；在 Koa 里，app.callback() 就是那个函数。',
    },
  },
  answer: {
    en: 'Yes, unchanged: neither needs a socket, only something that looks like Node’s request and response. What lives longer than a call (timers, WebSockets, sessions in memory) does not come along.',
    zh: '可以，而且不用改：两边都不需要套接字，只要有像 Node 的请求和响应的对象即可。活得比一次调用更久的东西（定时器、WebSocket、内存会话）带不过去。',
  },
} satisfies Topic
