import type { Topic } from '../../src/topic.ts'

export default {
  group: 'stack',
  title: { en: 'Calling next() twice', zh: '调用两次 next()' },
  question: {
    en: 'A handler calls next() a second time. What runs, and what does the client get?',
    zh: '处理函数第二次调用 next()。哪些代码会运行？客户端会收到什么？',
  },
  requests: [{ name: { en: 'next() twice', zh: '调用两次 next()' }, target: '/' }],
  express: {
    shows: [
      {
        status: 200,
        body: 'first',
        events: [
          'enter twice',
          'next twice',
          'enter first',
          'respond first',
          'return first',
          'next twice',
          'enter second',
          'return second',
          'return twice',
        ],
      },
    ],
    why: {
      en: 'The router keeps one index for the whole walk. A second next() walks on from where the first one stopped, so second runs although first never called next. Nothing complains.',
      zh: '路由器在整个遍历过程中只有一个索引。第二次 next() 从上次停下的地方继续走，所以尽管 first 从未调用 next，second 还是会运行，而且没有任何警告。',
    },
  },
  koa: {
    shows: [
      {
        status: 500,
        body: 'Internal Server Error',
        slips: ['console: Error: next() called multiple times'],
        events: [
          'enter twice',
          'next twice',
          'enter first',
          'return first',
          'return twice',
          'settle first',
          'next twice',
          'throw(Error: next() called multiple times) twice',
          'respond (framework)',
        ],
      },
    ],
    why: {
      en: 'Each next is bound to its own place in the stack, and compose remembers how far the walk has come. A next that would not lead further in is rejected.',
      zh: '每个 next 都绑定在栈中自己的位置上，compose 记录已经走了多远。不能再往里走的 next 会被拒绝。',
    },
  },
  answer: {
    en: 'Koa turns a second next() into an error; Express silently goes on with the handlers after the one that has already answered.',
    zh: 'Koa 把第二次 next() 变成错误；Express 则悄悄继续运行已应答者之后的处理函数。',
  },
} satisfies Topic
