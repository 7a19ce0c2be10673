import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'The request, from anywhere', zh: '在任何地方取得当前请求' },
  question: {
    en: 'A function deep down wants to know which request it works for, without being handed it. After an await, can it?',
    zh: '一个深层的函数想知道自己在为哪个请求工作，却没有人把请求传给它。经过 await 之后还做得到吗？',
  },
  requests: [
    {
      name: { en: 'a request with an id', zh: '带 id 的请求' },
      target: '/',
      headers: [['X-Request-Id', '42']],
    },
    { name: { en: 'a request without', zh: '不带 id 的请求' }, target: '/' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'hello from request 42',
        events: [
          'enter remember',
          'next remember',
          'enter handler',
          'return handler',
          'return remember',
          'respond handler',
          'settle handler',
        ],
      },
      { status: 200, body: 'hello from request none' },
    ],
    why: {
      en: 'AsyncLocalStorage of Node follows callbacks and promises. Everything that next leads to runs inside run, also what comes after an await.',
      zh: 'Node 的 AsyncLocalStorage 会跟随回调和 promise。next 引出的一切都在 run 之内，包括 await 之后的代码。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'hello from request 42',
        events: ['enter handler', 'return handler', 'settle handler', 'respond (framework)'],
      },
      { status: 200, body: 'hello from request none' },
    ],
    why: {
      en: 'Koa has the same built in: with asyncLocalStorage on, it runs the stack inside such a storage, and app.currentContext reads it.',
      zh: 'Koa 内置了同样的机制：打开 asyncLocalStorage 后，它在这样的存储里运行整个栈，app.currentContext 负责读取。',
    },
  },
  answer: {
    en: 'Both can: Express by three lines of Node’s own AsyncLocalStorage, Koa by an option.',
    zh: '两者都做得到：Express 用 Node 自带的 AsyncLocalStorage 写三行，Koa 用一个选项。',
  },
} satisfies Topic
