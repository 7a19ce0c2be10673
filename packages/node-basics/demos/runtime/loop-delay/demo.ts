import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Measuring how long the loop is held up', zh: '测量循环被拖住多久' },
  question: {
    en: 'The loop is blocked once for 100 ms. Which two instruments show it, and what does each say?',
    zh: '循环被阻塞一次 100 毫秒。哪两个工具能显示？各怎么说？',
  },
  explanation: {
    en: 'monitorEventLoopDelay keeps a histogram of how late a regular timer is: its maximum tells of the worst hold-up. eventLoopUtilization is the share of time in which the loop was busy: near 1 means there is no room left. Watch these in production, not only the CPU.',
    zh: 'monitorEventLoopDelay 用直方图记录定时器迟到多少：最大值反映最严重的一次阻塞。eventLoopUtilization 是循环忙碌时间的占比：接近 1 就没有余地了。生产环境要看这两个，而不只看 CPU。',
  },
  links: ['https://nodejs.org/api/perf_hooks.html#perf_hooksmonitoreventloopdelayoptions'],
} satisfies Demo
