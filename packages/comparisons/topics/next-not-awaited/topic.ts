import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'next() without await', zh: '没有 await 的 next()' },
  question: {
    en: 'The outer handler calls next() and does not await it; the inner one waits 5 ms. Does its answer arrive?',
    zh: '外层调用 next() 但没有 await，内层等待 5 毫秒。它的应答能到达吗？',
  },
  requests: [
    { name: { en: 'an answer that takes a while', zh: '稍后才有的应答' }, target: '/', linger: 50 },
    {
      name: { en: 'an error that takes a while', zh: '稍后才有的错误' },
      target: '/fails',
      linger: 50,
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'hello',
        events: [
          'enter outer',
          'next outer',
          'enter handler',
          'return handler',
          'return outer',
          'respond handler',
          'settle handler',
        ],
      },
      { status: 500, body: /<pre>Error: too late/, slips: ['console: Error: too late'] },
    ],
    why: {
      en: 'Nobody waits for anybody: the response is sent when handler calls res.send, however long that takes. The router listens to the promise that fails returned.',
      zh: '没有谁等谁：handler 何时调用 res.send，响应就何时发出。fails 返回的 promise 由路由器自己监听。',
    },
  },
  koa: {
    shows: [
      {
        status: 404,
        body: 'Not Found',
        events: [
          'enter outer',
          'next outer',
          'enter handler',
          'return handler',
          'return outer',
          'settle outer',
          'respond (framework)',
          'settle handler',
        ],
      },
      { status: 404, body: 'Not Found', slips: ['unhandledRejection: Error: too late'] },
    ],
    why: {
      en: 'outer settles at once, and Koa answers as soon as the outermost promise settles: nobody has set a body yet. What goes wrong later is a rejection that nobody listens to.',
      zh: 'outer 立刻完成，而 Koa 在最外层 promise 完成时就应答：此时还没有人设置 body。之后出的错是一个无人监听的拒绝。',
    },
  },
  answer: {
    en: 'In Koa a missing await sends a 404 before the work is done, and an error after it is an unhandled rejection, which by default ends the process. In Express nothing changes.',
    zh: '在 Koa 里少写一个 await，工作还没完成就会发出 404；之后的错误成为未处理的拒绝，默认会结束进程。在 Express 里没有任何变化。',
  },
} satisfies Topic
