import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Between two callbacks', zh: '两个回调之间' },
  question: {
    en: 'Two timers are due at the same time; the first one queues a promise and a nextTick. Do these run before the second timer?',
    zh: '两个定时器同时到期，第一个里排了 promise 和 nextTick。它们在第二个定时器之前运行吗？',
  },
  explanation: {
    en: 'Yes, since Node 11, as in browsers: after each single callback the queues are emptied, nextTick first. Within promises, what is queued while they run is run in the same go.',
    zh: '是的，Node 11 起与浏览器一致：每个回调之后都清空队列，nextTick 在先。运行 promise 回调期间新排进来的，也在同一轮里运行。',
  },
  links: ['https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick'],
} satisfies Demo
