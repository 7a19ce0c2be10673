import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'The onion', zh: '洋葱模型' },
  question: {
    en: 'An outer handler awaits next(); the inner one waits 5 ms before it answers. Who is done first?',
    zh: '外层处理函数 await next()，内层等待 5 毫秒后才应答。谁先完成？',
  },
  requests: [{ name: { en: 'a plain request', zh: '普通请求' }, target: '/' }],
  express: {
    shows: [
      {
        status: 200,
        body: 'hello',
        headers: { 'content-type': 'text/html; charset=utf-8' },
        events: [
          'enter outer',
          'next outer',
          'enter handler',
          'return handler',
          'return outer',
          'settle outer',
          'respond handler',
          'settle handler',
        ],
      },
    ],
    why: {
      en: 'next() calls the following handler and returns undefined. Awaiting undefined waits for nothing, so outer settles while handler is still waiting.',
      zh: 'next() 调用下一个处理函数并返回 undefined。await undefined 什么也不等，所以 handler 还在等待时 outer 就已经完成。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'hello',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        events: [
          'enter outer',
          'next outer',
          'enter handler',
          'return handler',
          'return outer',
          'settle handler',
          'settle outer',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'next() returns the promise of everything further in. Awaiting it waits for handler, and only when the outermost promise settles does Koa write the response.',
      zh: 'next() 返回内层全部工作的 promise。await 它就会等到 handler 完成；最外层的 promise 完成之后，Koa 才写出响应。',
    },
  },
  answer: {
    en: 'Both walk in through the same layers. Only Koa walks back out through them: in Express, code after await next() runs as soon as the inner handler first waits, not after it has finished.',
    zh: '两者都一层层走进去，但只有 Koa 会一层层走出来。在 Express 里，await next() 之后的代码在内层第一次等待时就运行，而不是在内层完成之后。',
  },
} satisfies Topic
