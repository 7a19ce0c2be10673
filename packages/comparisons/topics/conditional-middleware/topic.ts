import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Middleware for some requests only', zh: '只对部分请求生效的中间件' },
  question: {
    en: 'A check is to run everywhere but below /public. How does one middleware decide whether another one runs?',
    zh: '除 /public 以外都要检查。一个中间件怎样决定另一个是否运行？',
  },
  requests: [
    { name: { en: 'where it does not run', zh: '不运行的地方' }, target: '/public/logo' },
    { name: { en: 'where it runs, without a key', zh: '运行的地方，没有密钥' }, target: '/' },
    {
      name: { en: 'where it runs, with a key', zh: '运行的地方，有密钥' },
      target: '/',
      headers: [['X-Key', 'secret']],
    },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'welcome to /public/logo',
        events: [
          'enter checkPath',
          'next checkPath',
          'enter handler',
          'respond handler',
          'return handler',
          'return checkPath',
        ],
      },
      { status: 401, body: 'Unauthorized' },
      {
        status: 200,
        body: 'welcome to /',
        events: [
          'enter checkPath',
          'next checkPath',
          'enter handler',
          'respond handler',
          'return handler',
          'return checkPath',
        ],
      },
    ],
    why: {
      en: 'A middleware is a function of three parameters, so another one can call it and hand it the same next. Whether it then answers or goes on is its own affair.',
      zh: '中间件就是三个参数的函数，所以另一个中间件可以调用它，并把同一个 next 交给它。之后是应答还是继续，由它自己决定。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'welcome to /public/logo',
        events: [
          'enter checkPath',
          'next checkPath',
          'enter handler',
          'return handler',
          'return checkPath',
          'settle handler',
          'settle checkPath',
          'respond (framework)',
        ],
      },
      { status: 401, body: 'Unauthorized' },
      {
        status: 200,
        body: 'welcome to /',
        events: [
          'enter checkPath',
          'next checkPath',
          'enter handler',
          'return handler',
          'return checkPath',
          'settle handler',
          'settle checkPath',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'The same with two parameters. The promise that it returns must be awaited or returned as well, or the response is sent before it is done.',
      zh: '道理相同，只是两个参数。它返回的 promise 也必须 await 或 return，否则它还没完成响应就发出了。',
    },
  },
  answer: {
    en: 'On both sides middleware is a plain function, and a condition is a function around it. In Koa do not forget to await it.',
    zh: '两边的中间件都是普通函数，条件就是包在外面的一个函数。在 Koa 里别忘了 await。',
  },
} satisfies Topic
