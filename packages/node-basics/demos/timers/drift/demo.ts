import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Intervals drift', zh: '间隔会漂移' },
  question: {
    en: 'A clock adds 20 ms at each tick, another asks the time. The loop is held up now and then. Which is right at the end?',
    zh: '一个时钟每次加 20 毫秒，另一个去看时间。循环偶尔被拖住。最后谁准？',
  },
  explanation: {
    en: 'The one that asks. Each delay is at least 20 ms, mostly a little more, and the little adds up. For a steady beat compute the next delay from the start: start + n × 20 − now.',
    zh: '去看时间的那个准。每次至少 20 毫秒，多半略多，积少成多。要保持节拍，就从起点算下一次的延迟：起点 + n × 20 − 现在。',
  },
  links: ['https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick'],
} satisfies Demo
