import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Throwing after an await', zh: 'await 之后抛出错误' },
  question: {
    en: 'A handler waits, then throws. The outer handler has try { await next() } catch. Does it catch?',
    zh: '处理函数先等待，然后抛出错误；外层写了 try { await next() } catch。能捕获到吗？',
  },
  requests: [
    { name: { en: 'a handler that throws late', zh: '稍后抛出错误的处理函数' }, target: '/' },
  ],
  express: {
    shows: [
      {
        status: 503,
        body: 'errorHandler got: too late',
        events: [
          'enter guard',
          'next guard',
          'enter handler',
          'return handler',
          'return guard',
          'settle guard',
          'throw(Error: too late) handler',
          'enter errorHandler',
          'respond errorHandler',
          'return errorHandler',
        ],
      },
    ],
    why: {
      en: 'guard had left its try block long before. The router itself listens to the promise that handler returned and passes the rejection on, as if handler had called next(err), to the handler with four parameters.',
      zh: 'guard 早已离开 try 块。路由器自己监听 handler 返回的 promise，把拒绝原因当作 next(err) 继续传给有四个参数的处理函数。',
    },
  },
  koa: {
    shows: [
      {
        status: 503,
        body: 'guard caught: too late',
        events: [
          'enter guard',
          'next guard',
          'enter handler',
          'return handler',
          'return guard',
          'throw(Error: too late) handler',
          'settle guard',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'The rejected promise of handler is the very promise that guard awaits, so the error arrives in its catch block.',
      zh: 'guard 等待的正是 handler 那个被拒绝的 promise，所以错误会到达它的 catch 块。',
    },
  },
  answer: {
    en: 'In Koa errors travel outwards through try/catch; in Express they travel onwards to the next error handler. A try/catch around next() in Express catches only what is thrown before the first await further in, and not even that: the router catches it first.',
    zh: '在 Koa 里，错误沿 try/catch 向外传播；在 Express 里，错误沿栈向后传给下一个错误处理函数。在 Express 里用 try/catch 包住 next() 捕获不到任何东西：路由器会先接住它。',
  },
} satisfies Topic
