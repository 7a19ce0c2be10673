import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Asynchronous errors', zh: '异步错误' },
  question: {
    en: 'Three handlers fail a little later: an async function, a promise that was not returned, a callback. Which errors reach the error handler?',
    zh: '三个处理函数稍后才出错：async 函数、没有返回的 promise、回调函数。哪些错误能到达错误处理函数？',
  },
  requests: [
    { name: { en: 'an async function throws', zh: 'async 函数抛出错误' }, target: '/async' },
    {
      name: { en: 'a promise that nobody returned', zh: '没有返回的 promise' },
      target: '/forgotten',
      linger: 50,
      patience: 300,
    },
    {
      name: { en: 'a callback throws', zh: '回调函数抛出错误' },
      target: '/callback',
      linger: 50,
      patience: 300,
    },
  ],
  express: {
    shows: [
      {
        status: 500,
        body: '{"error":"in an async function"}',
        events: [
          'enter throwsAsync',
          'return throwsAsync',
          'throw(Error: in an async function) throwsAsync',
          'enter errorHandler',
          'respond errorHandler',
          'return errorHandler',
        ],
      },
      {
        fate: 'no answer',
        slips: ['unhandledRejection: Error: in a promise that nobody returned'],
      },
      { fate: 'no answer', slips: ['uncaughtException: Error: in a callback'] },
    ],
    why: {
      en: 'Since version 5 the router listens to what a handler returns: a rejection becomes next(err). A promise that is not returned, and a callback, have nobody who listens: the process is told, the client is not.',
      zh: '从第 5 版开始，路由器会监听处理函数的返回值：拒绝会变成 next(err)。没有返回的 promise 和回调没有人监听：进程会知道，客户端不会。',
    },
  },
  koa: {
    shows: [
      {
        status: 500,
        body: '{"error":"in an async function"}',
        events: [
          'enter errorHandler',
          'next errorHandler',
          'enter throwsAsync',
          'return throwsAsync',
          'return errorHandler',
          'throw(Error: in an async function) throwsAsync',
          'settle errorHandler',
          'respond (framework)',
        ],
      },
      {
        status: 404,
        body: 'Not Found',
        slips: ['unhandledRejection: Error: in a promise that nobody returned'],
      },
      { status: 404, body: 'Not Found', slips: ['uncaughtException: Error: in a callback'] },
    ],
    why: {
      en: 'Only what is awaited travels outwards. The other two handlers return at once, so Koa answers 404 and the error comes when the answer is gone.',
      zh: '只有被 await 的才会向外传播。另外两个处理函数立即返回，Koa 应答 404，错误到来时应答早已发出。',
    },
  },
  answer: {
    en: 'Both catch what an async handler throws, and neither catches what nobody awaits. The client is left without an answer in Express and gets a 404 in Koa; in both the process would end, were nobody watching it.',
    zh: '两者都能捕获 async 处理函数抛出的错误，也都捕获不到没人 await 的错误。此时 Express 的客户端得不到应答，Koa 的客户端得到 404；若没有人监听，两边的进程都会结束。',
  },
} satisfies Topic
