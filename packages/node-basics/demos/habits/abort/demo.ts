import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'Abort signals', zh: '中止信号' },
  question: {
    en: "One controller stops a wait, an event listener and work of one's own. What does each of them get?",
    zh: '一个控制器同时停下等待、事件监听和自己写的工作。各得到什么？',
  },
  explanation: {
    en: "A signal is handed to whatever can be given up. Built-in functions reject with its reason, listeners go away. Code of one's own asks throwIfAborted between its steps. AbortSignal.any joins several.",
    zh: '信号交给一切可以放弃的工作。内置函数以其原因拒绝，监听器自动移除。自己的代码在步骤之间调用 throwIfAborted。AbortSignal.any 可以合并多个信号。',
  },
  links: ['https://nodejs.org/api/globals.html#class-abortcontroller'],
} satisfies Demo
