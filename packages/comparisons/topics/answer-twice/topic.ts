import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Answering twice', zh: '应答两次' },
  question: {
    en: 'A request is answered, then answered once more: by the same handler, or by the one after it. What does the client get?',
    zh: '一个请求已经应答，又应答了一次：由同一个处理函数，或由后面的处理函数。客户端会收到什么？',
  },
  requests: [
    { name: { en: 'twice in one handler', zh: '同一处理函数里两次' }, target: '/twice' },
    { name: { en: 'answer, then next()', zh: '应答之后再 next()' }, target: '/goes-on' },
  ],
  express: {
    shows: [
      {
        status: 200,
        body: 'one',
        fate: 'closed',
        slips: [
          'console: Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client',
        ],
        events: [
          'enter twice',
          'respond twice',
          'throw(Error: Cannot set headers after they are sent to the client) twice',
        ],
      },
      {
        status: 200,
        body: 'one',
        fate: 'closed',
        slips: [
          'console: Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client',
        ],
        events: [
          'enter goesOn',
          'respond goesOn',
          'next goesOn',
          'enter fallback',
          'throw(Error: Cannot set headers after they are sent to the client) fallback',
          'return goesOn',
        ],
      },
    ],
    why: {
      en: 'res.send writes at once and does not end the walk. The second one sets headers that are out already, which Node refuses by throwing. That error reaches the final handler, and all it can still do is to close the connection.',
      zh: 'res.send 立即写出，但不会结束遍历。第二次要设置的头部早已发出，Node 抛出错误来拒绝。这个错误到达最终处理函数，而它能做的只剩关闭连接。',
    },
  },
  koa: {
    shows: [
      {
        status: 200,
        body: 'two',
        events: ['enter twice', 'return twice', 'settle twice', 'respond (framework)'],
      },
      {
        status: 200,
        body: 'fallback',
        events: [
          'enter goesOn',
          'next goesOn',
          'enter fallback',
          'return fallback',
          'return goesOn',
          'settle fallback',
          'settle goesOn',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'ctx.body = … writes nothing; it only remembers. Koa sends what is there when the whole stack has settled, so the last one wins.',
      zh: 'ctx.body = … 什么也不写出，只是记住。整个栈完成之后 Koa 才发出当时的值，所以最后一次为准。',
    },
  },
  answer: {
    en: 'In Express the first answer wins, and the second is an error; in Koa the last one wins, and nobody notices the others.',
    zh: '在 Express 里第一次应答生效，第二次是错误；在 Koa 里最后一次生效，其余的没有人会发现。',
  },
} satisfies Topic
