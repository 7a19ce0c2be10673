import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'An error’s status, message and headers', zh: '错误的状态码、消息与头部' },
  question: {
    en: 'Nobody handles the errors. Which of their status, message and headers does the client get to see?',
    zh: '没有人处理这些错误。它们的状态码、消息和头部，客户端能看到哪些？',
  },
  requests: [
    { name: { en: 'status 400', zh: '状态码 400' }, target: '/400' },
    { name: { en: 'status 502', zh: '状态码 502' }, target: '/502' },
    { name: { en: 'status 429 with a header', zh: '状态码 429，带一个头部' }, target: '/429' },
    {
      name: { en: 'status 200, which is no error’s', zh: '状态码 200，不属于错误' },
      target: '/200',
    },
    { name: { en: 'no status: a missing file', zh: '没有状态码：文件不存在' }, target: '/file' },
  ],
  express: {
    shows: [
      {
        status: 400,
        body: /<pre>Error: age must be a number<br>/,
        slips: ['console: Error: age must be a number'],
        events: [
          'enter badInput',
          'throw(Error: age must be a number) badInput',
          'respond (framework)',
        ],
      },
      {
        status: 502,
        body: /<pre>Error: 10\.0\.0\.7 refused the password<br>/,
        slips: ['console: Error: 10.0.0.7 refused the password'],
      },
      {
        status: 429,
        body: /<pre>Error: slow down<br>/,
        headers: { 'retry-after': '60' },
        slips: ['console: Error: slow down'],
      },
      { status: 500, body: /<pre>Error: all is well<br>/, slips: ['console: Error: all is well'] },
      {
        status: 500,
        body: /<pre>Error: ENOENT: no such file or directory, open &#39;\/no\/such\/file&#39;<br>/,
        slips: ["console: Error: ENOENT: no such file or directory, open '/no/such/file'"],
      },
    ],
    why: {
      en: 'The final handler takes status and headers from the error if its status is 400 to 599, else the status is 500. What it writes depends on the environment alone: the stack, or in production the bare reason phrase.',
      zh: '如果错误的状态码在 400 到 599 之间，最终处理函数就采用错误上的状态码和头部，否则用 500。写出什么只取决于环境：通常写调用栈，生产环境只写状态说明文字。',
    },
  },
  koa: {
    shows: [
      {
        status: 400,
        body: 'age must be a number',
        events: [
          'enter badInput',
          'throw(BadRequestError: age must be a number) badInput',
          'respond (framework)',
        ],
      },
      {
        status: 502,
        body: 'Bad Gateway',
        slips: ['console: BadGatewayError: 10.0.0.7 refused the password'],
      },
      { status: 429, body: 'slow down', headers: { 'retry-after': '60' } },
      { status: 200, body: 'OK', slips: ['console: Error: all is well'] },
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ["console: Error: ENOENT: no such file or directory, open '/no/such/file'"],
      },
    ],
    why: {
      en: 'ctx.throw marks an error below 500 as exposed: its message is the body, whatever the environment, and nothing is printed. Everything else shows the reason phrase of its status. Any status that exists is taken, even 200.',
      zh: 'ctx.throw 把 500 以下的错误标记为 expose：无论什么环境，消息都作为响应体，也不打印。其余的显示状态说明文字。只要是存在的状态码都会采用，哪怕是 200。',
    },
  },
  answer: {
    en: 'Koa decides by the error what the client may read, Express by NODE_ENV: unless that says production, every message and stack goes out, also that of the 502.',
    zh: '客户端能看到什么，Koa 由错误本身决定，Express 由 NODE_ENV 决定：只要不是 production，所有消息和调用栈都会发出，包括 502 的。',
  },
} satisfies Topic
