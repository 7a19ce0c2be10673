import type { Topic } from '../../src/topic.ts'

export default {
  group: 'request',
  title: { en: 'Rewriting the request', zh: '改写请求' },
  question: {
    en: 'A middleware changes the method, the path or the query. Do the routes behind it see that, and is anything left of what the client sent?',
    zh: '中间件改了方法、路径或查询串。后面的路由看得到吗？客户端原来发的还留着吗？',
  },
  requests: [
    { name: { en: 'an old address', zh: '旧地址' }, target: '/old/list?tag=a&tag=b' },
    {
      name: { en: 'another method than was sent', zh: '换成另一个方法' },
      method: 'POST',
      target: '/list',
      headers: [['X-HTTP-Method-Override', 'DELETE']],
    },
    { name: { en: 'a query that is assigned', zh: '给查询赋值' }, target: '/assigned' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"url":"/list?tag=a&tag=b&page=1","originalUrl":"/old/list?tag=a&tag=b","path":"/list","query":{"tag":["a","b"],"page":"1"}}',
      },
      { status: 200, body: 'emptied' },
      { status: 200, body: 'TypeError' },
    ],
    why: {
      en: 'req.url and req.method are Node’s own properties, and the router reads them anew at every layer. path and query are read from req.url each time, which is where they have to be changed: since version 5 nothing can be assigned to req.query.',
      zh: 'req.url 和 req.method 是 Node 自己的属性，路由器每到一层都重新读取。path 与 query 每次都从 req.url 算出，要改就得改 req.url：从第 5 版起，不能给 req.query 赋值。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"url":"/list?tag=a&tag=b&page=1","originalUrl":"/old/list?tag=a&tag=b","path":"/list","search":"?tag=a&tag=b&page=1","query":{"tag":["a","b"],"page":"1"}}',
      },
      { status: 200, body: 'emptied' },
      { status: 200, body: '{"page":"2"}' },
    ],
    why: {
      en: 'method, path, query, querystring and search all have setters, which write a new ctx.url; the router behind reads that. ctx.originalUrl keeps what was sent.',
      zh: 'method、path、query、querystring、search 都有 setter，会写出新的 ctx.url，后面的路由器读的就是它。ctx.originalUrl 保留原来的地址。',
    },
  },
  answer: {
    en: 'Both route by what the request says now, and keep what it said in originalUrl. Koa lets you assign each piece, Express only the whole address.',
    zh: '两边都按请求当前的样子来路由，原来的地址留在 originalUrl。Koa 可以逐项赋值，Express 只能改整个地址。',
  },
} satisfies Topic
