import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Backpressure', zh: '背压' },
  question: {
    en: 'A fast source writes into a slow target, once without looking at what write returns. How much piles up?',
    zh: '快的源写进慢的目标，其中一次不看 write 的返回值。会堆积多少？',
  },
  explanation: {
    en: 'write never refuses. It returns false when more waits than highWaterMark allows, and drain says when to go on. Who does not look keeps everything in memory: that is how a server with one slow client runs out of it.',
    zh: 'write 从不拒绝。排队的超过 highWaterMark 时它返回 false，drain 事件告诉你何时继续。不看返回值，一切都堆在内存里：服务器碰上一个慢客户端就是这样耗尽内存的。',
  },
  pitfalls: [
    {
      en: 'pipe, pipeline and for await look for you. Hand-written loops around write forget it.',
      zh: 'pipe、pipeline、for await 会替你看。手写的 write 循环常常忘掉。',
    },
  ],
  links: ['https://nodejs.org/en/learn/modules/backpressuring-in-streams'],
} satisfies Demo
