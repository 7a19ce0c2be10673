import type { Topic } from '../../src/topic.ts'

export default {
  group: 'routing',
  title: { en: "next('route')", zh: "next('route')" },
  question: {
    en: 'A route has several handlers, and the first finds that the request is not for this route. How does it leave?',
    zh: '一条路由有多个处理函数，第一个发现请求不该由这条路由处理。它怎样离开？',
  },
  requests: [
    { name: { en: 'the route takes it', zh: '由这条路由处理' }, target: '/users/1' },
    { name: { en: 'the route passes it on', zh: '交给下一条路由' }, target: '/users/2' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'the administrator',
        events: [
          'enter onlyAdmin',
          'next onlyAdmin',
          'enter admin',
          'respond admin',
          'return admin',
          'return onlyAdmin',
        ],
      },
      {
        status: 200,
        body: 'user 2',
        events: [
          'enter onlyAdmin',
          'next(route) onlyAdmin',
          'enter user',
          'respond user',
          'return user',
          'return onlyAdmin',
        ],
      },
    ],
    why: {
      en: 'The word "route", given to next, is no error: the route skips its remaining handlers, and the router goes on behind it. next(\'router\') leaves the whole router in the same way.',
      zh: '传给 next 的 "route" 不是错误：路由跳过剩下的处理函数，路由器继续往后走。next(\'router\') 则以同样的方式离开整个路由器。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'the administrator',
        events: ['enter admin', 'return admin', 'settle admin', 'respond (framework)'],
      },
      {
        status: 200,
        body: 'user 2',
        events: [
          'enter admin',
          'next admin',
          'enter user',
          'return user',
          'return admin',
          'settle user',
          'settle admin',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'Handlers of all routes that match are composed into one stack, and next() leads to the next of them, whichever route it belongs to. There is no word to skip some: a condition and an early next() do it.',
      zh: '所有匹配路由的处理函数被组合成一个栈，next() 通向其中的下一个，不管它属于哪条路由。没有跳过的写法：用条件判断并提前 next()。',
    },
  },
  answer: {
    en: 'Express has a word for it. In Koa write the condition into the handler, and do not split a route into handlers that have to be skipped together.',
    zh: 'Express 有专门的写法。在 Koa 里把条件写进处理函数，不要把需要一起跳过的逻辑拆成多个处理函数。',
  },
} satisfies Topic
