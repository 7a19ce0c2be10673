import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: 'A callback for a parameter', zh: '参数回调' },
  question: {
    en: "param('id') loads a user before any route with :id. Two routes match: how often does it run?",
    zh: "param('id') 在所有带 :id 的路由之前加载用户。两条路由都匹配：它会运行几次？",
  },
  requests: [
    { name: { en: 'a user that exists', zh: '存在的用户' }, target: '/users/1' },
    { name: { en: 'one that does not', zh: '不存在的用户' }, target: '/users/2' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'hello Ada',
        headers: { 'x-first': 'Ada' },
        events: [
          'enter loadUser',
          'next loadUser',
          'enter first',
          'next first',
          'enter second',
          'respond second',
          'return second',
          'return first',
          'return loadUser',
        ],
      },
      { status: 404, body: 'no user 2' },
    ],
    why: {
      en: 'The callback belongs to the router and to one value: it runs once for a request, and again only if another route has another value there. It comes with (req, res, next, value, name).',
      zh: '回调属于路由器和某个值：一个请求只运行一次，只有另一条路由在同一参数上取得不同的值才会再次运行。参数是 (req, res, next, value, name)。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'hello Ada',
        headers: { 'x-first': 'Ada' },
        events: [
          'enter loadUser',
          'next loadUser',
          'enter first',
          'next first',
          'enter second',
          'return second',
          'return first',
          'return loadUser',
          'settle second',
          'settle first',
          'settle loadUser',
          'respond (framework)',
        ],
      },
      { status: 404, body: 'no user 2' },
    ],
    why: {
      en: 'The callback stands in front of the handlers of the routes that match, once for the whole stack of them. It comes with (value, ctx, next) and is awaited like any middleware.',
      zh: '回调放在所有匹配路由的处理函数之前，对整个栈只运行一次。参数是 (value, ctx, next)，像其他中间件一样被等待。',
    },
  },
  answer: {
    en: 'Once, on both sides. The parameters stand the other way round: value last in Express, first in Koa.',
    zh: '两边都是一次。参数顺序相反：Express 的值在后，Koa 的值在前。',
  },
} satisfies Topic
