import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'A router with a prefix', zh: '带前缀的路由器' },
  question: {
    en: 'All routes of a router begin with /api. What does a handler see of it, and does the router’s middleware run for a path that no route matches?',
    zh: '一个路由器的所有路由都以 /api 开头。处理函数看到的是什么？没有路由匹配时，路由器的中间件会运行吗？',
  },
  requests: [
    { name: { en: 'a route', zh: '一条路由' }, target: '/api/status?q=1' },
    { name: { en: 'no route below the prefix', zh: '前缀下没有路由' }, target: '/api/other' },
    { name: { en: 'outside the prefix', zh: '前缀之外' }, target: '/status' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: '{"url":"/status?q=1","baseUrl":"/api","originalUrl":"/api/status?q=1"}',
        events: [
          'enter stamp',
          'next stamp',
          'enter status',
          'respond status',
          'return status',
          'return stamp',
        ],
      },
      {
        status: 404,
        body: /<pre>Cannot GET \/api\/other<\/pre>/,
        headers: { 'x-api': '1' },
        events: ['enter stamp', 'next stamp', 'return stamp', 'respond (framework)'],
      },
      { status: 404, body: /<pre>Cannot GET \/status<\/pre>/, headers: { 'x-api': undefined } },
    ],
    why: {
      en: 'app.use strips the prefix from req.url and keeps it in req.baseUrl, so that the router need not know where it stands. Its middleware is part of the walk and runs whether a route follows or not.',
      zh: 'app.use 把前缀从 req.url 去掉，存入 req.baseUrl，路由器不必知道自己在哪里。它的中间件是遍历的一部分，不管后面有没有路由都会运行。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: '{"url":"/api/status?q=1","matched":"/api/status","originalUrl":"/api/status?q=1"}',
        events: [
          'enter stamp',
          'next stamp',
          'enter status',
          'return status',
          'return stamp',
          'settle status',
          'settle stamp',
          'respond (framework)',
        ],
      },
      {
        status: 404,
        body: 'Not Found',
        headers: { 'x-api': undefined },
        events: ['respond (framework)'],
      },
      { status: 404, body: 'Not Found', headers: { 'x-api': undefined } },
    ],
    why: {
      en: 'The prefix becomes part of each route’s path; ctx.url stays as it came. The router first looks for a route and runs its middleware only when it has one.',
      zh: '前缀成为每条路由路径的一部分，ctx.url 保持原样。路由器先找路由，找到了才运行中间件。',
    },
  },
  answer: {
    en: 'Express cuts the prefix off the URL, Koa’s router puts it onto the routes. And middleware of a router runs in Express for every path below it, in Koa only for its routes: an access log there misses the 404s.',
    zh: 'Express 把前缀从 URL 上剪掉，Koa 的路由器把前缀加到路由上。路由器的中间件在 Express 里对其下所有路径运行，在 Koa 里只对路由运行：放在那里的访问日志会漏掉 404。',
  },
} satisfies Topic
