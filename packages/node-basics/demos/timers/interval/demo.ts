import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'setInterval and its end', zh: 'setInterval 及其结束' },
  question: {
    en: 'An interval of 10 ms is blocked for 55 ms. Are the missed calls made up for?',
    zh: '间隔 10 毫秒的定时器被阻塞 55 毫秒。错过的调用会补上吗？',
  },
  explanation: {
    en: 'No: it fires once when it can, and goes on from there. An interval keeps the process alive until it is cleared; clearing one from within is fine.',
    zh: '不会：能触发时触发一次，然后接着走。interval 会让进程一直活着，直到清除；在回调里清除没问题。',
  },
  pitfalls: [
    {
      en: 'An interval whose work takes longer than its delay runs without a pause. A timeout that sets the next one leaves one.',
      zh: '如果回调耗时超过间隔，interval 会一个接一个毫无停顿。用 setTimeout 设置下一次，中间就有空隙。',
    },
  ],
  links: ['https://nodejs.org/api/timers.html#setintervalcallback-delay-args'],
} satisfies Demo
