import type { Demo } from '../../../src/demo.ts'

export default {
  title: { en: 'A leak, found', zh: '找到一处泄漏' },
  question: {
    en: 'Each of 1000 requests stays in memory. Which of the three suspects holds them: the cache, the listener or the closure?',
    zh: '一千个请求都留在内存里。三个嫌疑：缓存、监听器、闭包，谁抓着不放？',
  },
  explanation: {
    en: 'Objects are collected when nobody refers to them. WeakRef shows which ones still live after a collection. A cache without a limit and listeners that are never removed keep everything; a closure that nobody keeps does no harm. In a real program a heap snapshot shows the same: see tools/heap-snapshot.',
    zh: '没人引用的对象会被回收。WeakRef 能显示回收之后谁还活着。没有上限的缓存、从不移除的监听器会留住一切；没人保存的闭包无害。真实程序里用堆快照看同样的事：见 tools/heap-snapshot。',
  },
  links: ['https://nodejs.org/en/learn/diagnostics/memory'],
  flags: ['--expose-gc'],
} satisfies Demo
