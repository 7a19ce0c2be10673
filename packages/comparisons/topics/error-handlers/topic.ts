import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Error handlers', zh: '错误处理函数' },
  question: {
    en: 'One handler for expected errors, one for all others. Where do they stand, and in which order are they asked?',
    zh: '一个处理函数负责预料之中的错误，另一个负责其余的。它们放在哪里？按什么顺序被询问？',
  },
  requests: [
    { name: { en: 'an expected error', zh: '预料之中的错误' }, target: '/users/7' },
    { name: { en: 'an unexpected error', zh: '意料之外的错误' }, target: '/boom' },
  ],
  express: {
    shows: [
      {
        status: 404,
        body: '{"error":"no such user"}',
        events: [
          'enter user',
          'throw(Error: no such user) user',
          'enter expected',
          'respond expected',
          'return expected',
        ],
      },
      {
        status: 500,
        body: '{"error":"something broke"}',
        slips: ['console: unexpected: out of memory'],
        events: [
          'enter boom',
          'throw(Error: out of memory) boom',
          'enter expected',
          'next(Error: out of memory) expected',
          'enter unexpected',
          'respond unexpected',
          'return unexpected',
          'return expected',
        ],
      },
    ],
    why: {
      en: 'Four parameters make an error handler. With an error pending, the router goes on and asks only such, from where the error happened to the end: tooEarly stands before the routes and is never asked.',
      zh: '有四个参数的就是错误处理函数。有未处理的错误时，路由器只询问这种函数，并且从出错处一直走到末尾：tooEarly 在路由之前，永远不会被询问。',
    },
  },
  koa: {
    shows: [
      {
        status: 404,
        body: '{"error":"no such user"}',
        events: [
          'enter unexpected',
          'next unexpected',
          'enter expected',
          'next expected',
          'enter user',
          'throw(NotFoundError: no such user) user',
          'return expected',
          'return unexpected',
          'settle expected',
          'settle unexpected',
          'respond (framework)',
        ],
      },
      {
        status: 500,
        body: '{"error":"something broke"}',
        slips: ['console: unexpected: out of memory'],
        events: [
          'enter unexpected',
          'next unexpected',
          'enter expected',
          'next expected',
          'enter boom',
          'throw(Error: out of memory) boom',
          'return expected',
          'return unexpected',
          'throw(Error: out of memory) expected',
          'settle unexpected',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'An error handler is a try/catch around await next(), so it stands before what it guards, and the innermost is asked first. Rethrowing passes on to the next one out.',
      zh: '错误处理函数就是包住 await next() 的 try/catch，所以它放在被保护的代码之前，最内层的先被询问。重新抛出就交给更外一层。',
    },
  },
  answer: {
    en: 'Express reads its error handlers downwards from the error, so they come last; Koa unwinds through its own upwards, so they come first, and the general one before the special.',
    zh: 'Express 从出错处向下查找错误处理函数，所以它们放在最后；Koa 从出错处向上逐层返回，所以它们放在最前，并且通用的在专门的之前。',
  },
} satisfies Topic
