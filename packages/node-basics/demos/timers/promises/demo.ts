import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Timers to await', zh: '可以 await 的定时器' },
  question: {
    en: 'A wait is given up after 10 ms by a signal. What does await throw? And what does the loop over setInterval give?',
    zh: '等待在 10 毫秒后被 signal 取消。await 抛出什么？遍历 setInterval 又得到什么？',
  },
  explanation: {
    en: 'node:timers/promises has setTimeout and setImmediate that resolve with a value, and setInterval for a loop. An abort rejects with an AbortError and frees the timer.',
    zh: 'node:timers/promises 提供可带值完成的 setTimeout、setImmediate，以及供循环用的 setInterval。取消时以 AbortError 拒绝，并释放定时器。',
  },
  links: ['https://nodejs.org/api/timers.html#timers-promises-api'],
} satisfies Demo
