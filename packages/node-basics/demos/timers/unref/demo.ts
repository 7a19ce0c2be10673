import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A timer that keeps nobody waiting', zh: '不让任何人等待的定时器' },
  question: {
    en: 'Two timers: 10 ms, and one hour with unref. When does the process end?',
    zh: '两个定时器：10 毫秒，以及一小时但 unref 的。进程何时结束？',
  },
  explanation: {
    en: "After 10 ms. A timer that is unref'd does not count when Node asks whether there is anything left to do. Right for clean-up and statistics in the background.",
    zh: '10 毫秒之后。Node 判断还有没有事要做时，不算 unref 的定时器。适合后台清理和统计。',
  },
  links: ['https://nodejs.org/api/timers.html#timeoutunref'],
} satisfies Demo
