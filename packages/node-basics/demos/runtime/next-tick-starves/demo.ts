import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'nextTick can starve the loop', zh: 'nextTick 会饿死事件循环' },
  question: {
    en: 'A function calls itself by nextTick a thousand times, another by setImmediate. When does a timer get its turn?',
    zh: '一个函数用 nextTick 自我调用一千次，另一个用 setImmediate。定时器何时轮到？',
  },
  explanation: {
    en: 'The nextTick queue is emptied before the loop goes on, including what is added meanwhile: the timer waits for all thousand. With setImmediate the loop goes round each time, and the timer comes in between.',
    zh: 'nextTick 队列清空之前循环不会前进，包括中途新加的：定时器要等一千次全部跑完。用 setImmediate，每次循环都转一圈，定时器能插进来。',
  },
  links: ['https://nodejs.org/api/process.html#processnexttickcallback-args'],
} satisfies Demo
