import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Throwing at once', zh: '立即抛出错误' },
  question: {
    en: 'No async anywhere: a handler throws, and the one before it has next() in a try block. Does it catch?',
    zh: '全程没有 async：一个处理函数抛出错误，前一个把 next() 放在 try 块里。能捕获到吗？',
  },
  requests: [{ name: { en: 'a handler that throws', zh: '抛出错误的处理函数' }, target: '/' }],
  express: {
    shows: [
      {
        status: 500,
        body: /<pre>Error: at once<br>/,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'none'",
        },
        slips: ['console: Error: at once'],
        events: [
          'enter guard',
          'next guard',
          'enter handler',
          'throw(Error: at once) handler',
          'return guard',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'The layer calls handler inside a try block of its own and turns what it throws into next(err). Nobody handles it, so the final handler prints the stack and, outside production, sends it.',
      zh: '层（layer）在自己的 try 块里调用 handler，把抛出的错误变成 next(err)。没有人处理，最终处理函数就打印调用栈；在非生产环境还会把它发给客户端。',
    },
  },
  koa: {
    shows: [
      {
        status: 500,
        body: 'Internal Server Error',
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'content-security-policy': undefined,
        },
        slips: ['console: Error: at once'],
        events: [
          'enter guard',
          'next guard',
          'enter handler',
          'throw(Error: at once) handler',
          'return guard',
          'throw(Error: at once) guard',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'compose calls handler inside a try block of its own and turns what it throws into a rejected promise. next() therefore never throws: only await, or a catch on the promise, sees the error.',
      zh: 'compose 在自己的 try 块里调用 handler，把抛出的错误变成被拒绝的 promise。所以 next() 从不抛出：只有 await 它，或在 promise 上 catch，才能看到错误。',
    },
  },
  answer: {
    en: 'Neither side lets an error out of next(). Without anybody to handle it both answer 500: Express with the stack in HTML (in development), Koa with the bare reason phrase.',
    zh: '两边的 next() 都不会抛出错误。没有人处理时两者都应答 500：Express 在开发环境下用 HTML 发出调用栈，Koa 只发状态说明文字。',
  },
} satisfies Topic
