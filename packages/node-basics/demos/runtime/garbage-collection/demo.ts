import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Watching the collector', zh: '观察垃圾回收' },
  question: {
    en: 'A loop makes three million objects and keeps the last hundred. Does the collector run, and which kind?',
    zh: '一个循环造出三百万个对象，只留最近一百个。回收器会运行吗？是哪一种？',
  },
  explanation: {
    en: 'Mostly minor collections: new objects live in a small space, and what survives two of them moves to the old one. Minor ones are quick, because they only touch what lives. A PerformanceObserver reports each.',
    zh: '多半是小回收：新对象在一小块区域里，熬过两次的搬到老区。小回收很快，因为它只处理活着的。PerformanceObserver 会逐次报告。',
  },
  links: ['https://nodejs.org/api/perf_hooks.html#performanceentrydetail'],
} satisfies Demo
