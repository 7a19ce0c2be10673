import type { Topic } from '../../src/topic.ts'

export default {
  group: 'applications',
  title: { en: 'Logging', zh: '日志' },
  question: {
    en: 'The log stands first in the stack and prints the status that was sent. How does it know it?',
    zh: '日志中间件在栈的最前面，却能打印最终发送的状态码。它是怎么知道的？',
  },
  requests: [
    { name: { en: 'a page', zh: '一个页面' }, target: '/' },
    { name: { en: 'nothing there', zh: '不存在的页面' }, target: '/nowhere' },
    { name: { en: 'an error', zh: '一个错误' }, target: '/broken' },
  ],
  express: {
    shows: [
      { status: 200, slips: ['stdout: GET / 200 5'] },
      { status: 404, slips: ['stdout: GET /nowhere 404 146'] },
      { status: 503, body: 'sorry', slips: ['stdout: GET /broken 503 5'] },
    ],
    why: {
      en: 'morgan calls next() at once and listens for the end of the response; nothing that comes back through next() would tell it.',
      zh: 'morgan 立刻调用 next()，并监听响应结束的事件；next() 不会带回任何消息。',
    },
  },
  koa: {
    shows: [
      { status: 200, slips: ['console: GET / 200 5'] },
      { status: 404, slips: ['console: GET /nowhere 404 -'] },
      { status: 503, body: 'sorry', slips: ['console: GET /broken 503 5'] },
    ],
    why: {
      en: 'What stands behind await next() runs when everything further in is done: the status is set, though not one byte has been sent.',
      zh: 'await next() 之后的代码在内层全部完成后运行：状态码已经确定，但一个字节都还没有发送。',
    },
  },
  answer: {
    en: 'Express logs by the event of the response, Koa by the way back through the onion. The onion sees what the handlers decided, before Koa fills in the body of a 404; the event sees what was sent.',
    zh: 'Express 靠响应事件记日志，Koa 靠洋葱的回程。洋葱看到的是处理函数的决定，那时 Koa 还没有填写 404 的响应体；事件看到的是实际发送的内容。',
  },
} satisfies Topic
