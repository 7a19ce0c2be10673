import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'The order of handlers', zh: '处理函数的顺序' },
  question: {
    en: 'Two routes match the same path, and a middleware stands between routes. Who runs: the most specific one, or the first?',
    zh: '两条路由匹配同一路径，中间件站在路由之间。谁会运行：最具体的，还是最先注册的？',
  },
  requests: [
    {
      name: { en: 'a path that two routes match', zh: '两条路由都匹配的路径' },
      target: '/users/me',
    },
    { name: { en: 'a route after the middleware', zh: '中间件之后的路由' }, target: '/about' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'user me',
        headers: { 'x-seen': undefined },
        events: ['enter byId', 'respond byId', 'return byId'],
      },
      {
        status: 200,
        body: 'about us',
        headers: { 'x-seen': 'yes' },
        events: [
          'enter tooLate',
          'next tooLate',
          'enter about',
          'respond about',
          'return about',
          'return tooLate',
        ],
      },
    ],
    why: {
      en: 'The router keeps one list in the order of registration and walks along it until somebody answers. byId matches /users/me and answers, so nothing after it is asked.',
      zh: '路由器按注册顺序保存一个列表，沿着它一直走到有人应答。byId 匹配 /users/me 并应答，后面的都不会被询问。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'user me',
        headers: { 'x-seen': undefined },
        events: ['enter byId', 'return byId', 'settle byId', 'respond (framework)'],
      },
      {
        status: 200,
        body: 'about us',
        headers: { 'x-seen': 'yes' },
        events: [
          'enter tooLate',
          'next tooLate',
          'enter about',
          'return about',
          'return tooLate',
          'settle about',
          'settle tooLate',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'A router composes all of its routes that match, in the order of registration; byId does not call next, so me is not reached. The router itself stands in the app’s list where app.use put it.',
      zh: '路由器把所有匹配的路由按注册顺序组合起来；byId 没有调用 next，所以到不了 me。路由器本身在应用列表中的位置由 app.use 的顺序决定。',
    },
  },
  answer: {
    en: 'The first one that was registered, on both sides; neither knows “more specific”. Put /users/me before /users/:id, and middleware before the routes that need it.',
    zh: '两边都是最先注册的那个，没有“更具体”的概念。把 /users/me 放在 /users/:id 之前，把中间件放在需要它的路由之前。',
  },
} satisfies Topic
