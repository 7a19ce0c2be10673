import type { Topic } from '../../src/topic.ts'

const shows = [
  { status: 200, body: '["application","router","route"]' },
  { status: 500, body: '["application","router","error: broken"]' },
  { status: 200, body: '["application"]', headers: { 'access-control-allow-origin': '*' } },
]

export default {
  group: 'applications',
  title: { en: 'Kinds of middleware', zh: '中间件的种类' },
  question: {
    en: 'Middleware of the application, of a router, of a route, for errors, from a package: which of them runs for which request, and are they different things?',
    zh: '应用级、路由级、单个路由的、处理错误的、第三方的中间件：哪个请求会经过哪些？它们真的是不同的东西吗？',
  },
  requests: [
    { name: { en: 'a page of the router', zh: '路由器里的页面' }, target: '/shop' },
    { name: { en: 'one that breaks', zh: '会出错的页面' }, target: '/shop/broken' },
    {
      name: { en: 'a page beside it', zh: '旁边的页面' },
      target: '/third-party',
      headers: [['Origin', 'https://a.example']],
    },
  ],
  express: {
    shows,
    why: {
      en: 'All are functions of (req, res, next) in a list; the one for errors has four parameters, and that number is what tells it. It stands last.',
      zh: '它们都是列表里的 (req, res, next) 函数；处理错误的有四个参数，靠参数个数识别，放在最后。',
    },
  },
  koa: {
    shows,
    why: {
      en: 'All are functions of (ctx, next). There is no kind for errors: a try around await next() is one, and stands first.',
      zh: '它们都是 (ctx, next) 函数。没有专门处理错误的种类：用 try 包住 await next() 就是，放在最前面。',
    },
  },
  answer: {
    en: 'The kinds are places, not things: where a function is registered decides when it runs. Only Express has one special shape, the handler for errors.',
    zh: '这些“种类”只是位置不同：函数注册在哪里，决定了何时运行。只有 Express 有一种特殊的形式，即错误处理函数。',
  },
} satisfies Topic
