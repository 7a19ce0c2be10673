import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A CPU profile', zh: 'CPU 分析' },
  question: {
    en: 'A program has a quick and a slow function. What does a profile say about the two, and how is it made?',
    zh: '程序里有一个快函数和一个慢函数。分析结果怎么说？怎样得到它？',
  },
  explanation: {
    en: 'The profiler looks at the stack every so often and counts: whoever is seen most takes most of the time. The Profiler of node:inspector does it from within, node --cpu-prof for a whole run; both write a .cpuprofile that Chrome DevTools and VS Code draw as a flame chart.',
    zh: '分析器每隔一小段时间看一眼调用栈并计数：出现最多的最费时间。node:inspector 的 Profiler 在程序内部做，node --cpu-prof 针对整次运行；两者都写出 .cpuprofile，Chrome DevTools 和 VS Code 能画成火焰图。',
  },
  links: ['https://nodejs.org/en/learn/getting-started/profiling'],
} satisfies Demo
