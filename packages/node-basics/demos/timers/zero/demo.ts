import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'setTimeout(fn, 0) is not now', zh: 'setTimeout(fn, 0) 不是现在' },
  question: {
    en: 'Delays of 2, 1, 0 and none are set in this order. In which order do they fire?',
    zh: '依次设置 2、1、0、不写延迟的定时器。按什么顺序触发？',
  },
  explanation: {
    en: '0 and a missing delay become 1 ms, so those three fire in the order in which they were set, 2 comes after them. The code that is running always finishes first. Delays are a minimum, never an appointment.',
    zh: '0 和不写都会变成 1 毫秒，所以这三个按设置顺序触发，2 毫秒的在后面。正在运行的代码总是先跑完。延迟是下限，不是准点。',
  },
  links: ['https://nodejs.org/api/timers.html#settimeoutcallback-delay-args'],
} satisfies Demo
