import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: "A Writable of one's own", zh: '自己写 Writable' },
  question: {
    en: 'write is called four times at once. Does _write run four times at once?',
    zh: '一下子调用四次 write。_write 会同时运行四次吗？',
  },
  explanation: {
    en: 'No. The next _write waits until the callback of the one before is called; meanwhile chunks queue up. _writev gets all that have queued up at once, _final runs before finish.',
    zh: '不会。上一次的回调被调用之后，才轮到下一次 _write；其间的数据段排队。_writev 一次拿到所有排队的段，_final 在 finish 之前运行。',
  },
  pitfalls: [
    {
      en: 'A callback that is never called stops the stream in silence; one that is called twice is an error.',
      zh: '忘了调用回调，流就无声地停住；调用两次则是错误。',
    },
  ],
  links: ['https://nodejs.org/api/stream.html#implementing-a-writable-stream'],
} satisfies Demo
