import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'The order of the event loop', zh: '事件循环的顺序' },
  question: {
    en: 'Six callbacks are handed over in this order: timer, immediate, I/O, promise, nextTick, plain code. In which order do they run?',
    zh: '按此顺序交出六个回调：定时器、immediate、I/O、promise、nextTick，外加普通代码。运行顺序是什么？',
  },
  explanation: {
    en: 'First the running code, to its end. Then the nextTick queue, then promises (microtasks). Then the loop goes round: timers that are due, I/O that is ready, check (setImmediate) and so on; after each callback, nextTick and promises again. From within an I/O callback, check comes next, so the immediate is first and the timer waits for the next round.',
    zh: '先把正在运行的代码跑完；然后是 nextTick 队列，再是 promise（微任务）。接着循环转圈：到期的定时器、就绪的 I/O、check（setImmediate）……每个回调之后都再清一遍 nextTick 和 promise。从 I/O 回调出发，接下来就是 check，所以 immediate 在先，定时器等下一圈。',
  },
  links: ['https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick'],
} satisfies Demo
