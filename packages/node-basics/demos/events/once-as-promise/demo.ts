import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Awaiting an event', zh: '等待一个事件' },
  question: {
    en: 'events.once gives a promise. What does it resolve with, and what happens when error comes first?',
    zh: 'events.once 返回 promise。它以什么值完成？如果 error 先到呢？',
  },
  explanation: {
    en: 'It resolves with the array of the arguments. While it waits, an error event rejects it. A signal gives up waiting.',
    zh: '它以参数组成的数组完成。等待期间若来了 error 事件，它就被拒绝。传入 signal 可以放弃等待。',
  },
  pitfalls: [
    {
      en: 'Ask before the event can have happened. An event that was emitted before once() is missed, and the promise waits for ever.',
      zh: '要在事件可能发生之前就开始等。在 once() 之前发出的事件会错过，promise 将永远等下去。',
    },
  ],
  links: ['https://nodejs.org/api/events.html#eventsonceemitter-name-options'],
} satisfies Demo
